package app.countersign.kernel;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an installation configures: MicroProfile Config with the prefix {@code countersign.}, so that
 * {@code countersign.data.dir} is {@code COUNTERSIGN_DATA_DIR} in the environment. Read once, checked as a whole; the
 * launcher reads the same settings before the server is there.
 *
 * @param port where the server listens, 1-65535
 * @param bind the address it listens on
 * @param dataDir the folder of the embedded database and of keys that are made here
 * @param baseUrl how people reach the application, without a slash at the end; links in mails start with it
 * @param database where the data lives
 * @param smtp {@code smtp://user:password@host:port} or {@code smtps://…}; without it mails wait in the application
 * @param mailFrom the sender of the application's mails
 * @param imap {@code imap://…} or {@code imaps://…}, the legal mailbox
 * @param demo whether demonstration data and accounts are made; only ever on a loopback address
 * @param apiKey a first API key for automation
 * @param templatesDir a folder of contract templates that stands in for the ones shipped
 * @param sealKeystore the PKCS#12 file with the processor's seal; demo mode makes its own
 * @param sealPassword its password
 * @param zone in which pages show hours
 * @param javaOptions for the server's Java, after the launcher's own, with spaces between: {@code -Xmx2g}
 * @param keyFile the installation's key, with which secrets at rest are encrypted; made at the first start
 * @param passwords what a password must be
 * @param sessions how long a person stays signed in
 * @param backup where backups go, how often they are made and how long they are kept
 * @param alarmMail an address that is told of every alarm of a deadline, besides those who are responsible
 * @param withoutDelay by when we want done what is to be done "without delay", from the event on
 * @param suspicionReview by when somebody has looked at the suspicion of a breach
 * @param erasureWait by when somebody has approved that a person's data is erased; else the request is dropped
 * @param timeStampUrl an RFC 3161 time-stamp authority; with it seals are PAdES B-T, without it B-B
 * @param proxies whose word on where a request comes from is taken
 * @param trailMail to whom the trail's signed head is mailed each day; without it the head waits in the application
 * @param webhookNetworks inner networks in which webhooks may be called; none unless it is said
 * @param factorForEverybody whether every role signs in with a second factor, not only those that cannot do without
 * @param probeNetworks inner networks in which probes may look; none unless it is said
 * @param probeFolder the folder below which probes may look at the age of files; none unless it is said
 * @param probeResolver the server that probes ask for records of names, {@code host} or {@code host:port}; the machine's
 *     own unless it is said
 * @param evidenceLargest the largest file that may be brought as evidence, in bytes
 * @param virusScanner a clamd that looks at what is uploaded, {@code tcp://host:port} or {@code unix:/path}; none unless it
 *     is said
 * @param retentionFolder the folder below which stores of files may lie; none unless it is said
 * @param retentionDrivers a folder of JDBC drivers (JAR files) for stores of other products than PostgreSQL and H2
 * @param export where archives of evidence lie, and for how long
 */
public record Settings(
        int port,
        String bind,
        Path dataDir,
        String baseUrl,
        Database database,
        Optional<Secret> smtp,
        String mailFrom,
        Optional<Secret> imap,
        boolean demo,
        Optional<Secret> apiKey,
        Optional<Path> templatesDir,
        Optional<Path> sealKeystore,
        Optional<Secret> sealPassword,
        ZoneId zone,
        List<String> javaOptions,
        Path keyFile,
        Passwords passwords,
        Sessions sessions,
        Backup backup,
        Optional<EmailAddress> alarmMail,
        Duration withoutDelay,
        Duration suspicionReview,
        Duration erasureWait,
        Optional<URI> timeStampUrl,
        Proxies proxies,
        Optional<EmailAddress> trailMail,
        List<Network> webhookNetworks,
        boolean factorForEverybody,
        List<Network> probeNetworks,
        Optional<Path> probeFolder,
        Optional<String> probeResolver,
        long evidenceLargest,
        Optional<URI> virusScanner,
        Optional<Path> retentionFolder,
        Optional<Path> retentionDrivers,
        Export export) {

    /**
     * What a password must be (360dialog, Anhang DPA2 1.3).
     *
     * @param length the least number of characters
     * @param classes of how many of the four classes it must have characters: capital, small, digit, other; 1-4
     * @param commonest how many of the commonest passwords are refused; 0-30000
     * @param remembered how many of the account's last passwords are refused
     * @param namePart how many letters in a row may not be the same as in the user name; 0 allows them all
     * @param age after which it must be changed; zero for never
     * @param words in small letters, which it may not contain, whatever the case: the company's own, for example
     * @param breached a file of passwords that are known to be known, as SHA-1, one a line, sorted
     */
    public record Passwords(
            int length,
            int classes,
            int commonest,
            int remembered,
            int namePart,
            Period age,
            Set<String> words,
            Optional<Path> breached) {}

    /**
     * @param idle after which a session ends that nobody used
     * @param longest after which every session ends
     * @param proof how long it is enough to have proved once more who one is, before acts that can't be taken back
     */
    public record Sessions(Duration idle, Duration longest, Duration proof) {}

    /**
     * @param url a JDBC URL, H2 or PostgreSQL
     * @param user empty where the URL says it
     * @param embedded the file in the data folder, that of an installation which configures no database; we encrypt it
     */
    public record Database(String url, String user, Secret password, Optional<Path> embedded) {

        public boolean isPostgres() {
            return url.startsWith("jdbc:postgresql:");
        }

        /** Without the password, which belongs into no log. */
        @Override
        public String toString() {
            return url.replaceAll("\\?.*", "");
        }
    }

    /**
     * @param dir a folder, best on another disk or mount; without it no backup is made
     * @param every from the start of one backup to the start of the next
     * @param keep how long a backup stays, if there is a newer one
     */
    public record Backup(Optional<Path> dir, Duration every, Duration keep) {}

    /**
     * @param dir a folder; several instances share it, or each offers only what it has built itself
     * @param keep how long an archive stays after it was built
     */
    public record Export(Path dir, Duration keep) {}

    /** A setting that can't be: the message is one line that says which one, why, and what would do. */
    public static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param name without {@code countersign.} */
        public Wrong(String name, String what) {
            super("setting countersign." + name + " (" + SettingSources.environmentName("countersign." + name) + "): "
                    + what);
        }
    }

    /** @param source the value of a full name such as {@code countersign.port}, if it is set */
    public static Settings read(Function<String, Optional<String>> source) {
        return new SettingsReader(SettingSources.orInFile(source)).settings();
    }

    /** As the launcher handed them over, or as MicroProfile Config has them. */
    public static Settings ofServer() {
        return read(SettingSources.ofServer());
    }

    /** As a command of the launcher has them, where there is no server. */
    public static Settings ofCommand() {
        return read(SettingSources.ofCommand());
    }

    /** Whether nobody but this machine can reach that address. */
    public static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether people reach the application over TLS. */
    public boolean isHttps() {
        return baseUrl.startsWith("https:");
    }

    /** That cookie as browsers guard it best: over TLS they keep it from every other host, also from those below ours. */
    public String cookieName(String name) {
        return isHttps() ? "__Host-" + name : name;
    }
}
