package app.countersign.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

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
 * @param timeStampUrl an RFC 3161 time-stamp authority; with it seals are PAdES B-T, without it B-B
 * @param proxies whose word on where a request comes from is taken
 * @param trailMail to whom the trail's signed head is mailed each day; without it the head waits in the application
 * @param webhookNetworks inner networks in which webhooks may be called; none unless it is said
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
        Optional<URI> timeStampUrl,
        Proxies proxies,
        Optional<EmailAddress> trailMail,
        List<Network> webhookNetworks) {

    /**
     * What a password must be (360dialog, Anhang DPA2 1.3).
     *
     * @param length the least number of characters
     * @param classes of how many of the four classes it must have characters: capital, small, digit, other; 1-4
     * @param commonest how many of the commonest passwords are refused; 0-30000
     * @param remembered how many of the account's last passwords are refused
     * @param namePart how many letters in a row may not be the same as in the user name; 0 allows them all
     * @param age after which it must be changed; zero for never
     */
    public record Passwords(int length, int classes, int commonest, int remembered, int namePart, Period age) {}

    /**
     * @param idle after which a session ends that nobody used
     * @param longest after which every session ends
     * @param proof how long it is enough to have proved once more who one is, before acts that can't be taken back
     */
    public record Sessions(Duration idle, Duration longest, Duration proof) {}

    /** The shortest API key that may be set: long enough not to be guessed. */
    static final int API_KEY_LENGTH = 24;

    private static final String PREFIX = "countersign.";
    private static final String ENVIRONMENT = "COUNTERSIGN_";

    /** As Okomo promises it (Anlage A, 1: okomo-dpa A-1-backup-1). */
    private static final Duration WITHOUT_DELAY = Duration.ofHours(4);

    private static final Duration SUSPICION_REVIEW = Duration.ofHours(24);
    private static final Duration BACKUP_EVERY = Duration.ofHours(4);

    private static final Duration BACKUP_KEPT = Duration.ofDays(30);
    private static final Duration LEAST = Duration.ofMinutes(1);

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

    /** A setting that can't be: the message is one line that says which one, why, and what would do. */
    public static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param name without {@code countersign.} */
        public Wrong(String name, String what) {
            super("setting countersign." + name + " (" + environmentName("countersign." + name) + "): " + what);
        }
    }

    /** @param source the value of a full name such as {@code countersign.port}, if it is set */
    public static Settings read(Function<String, Optional<String>> source) {
        return new Reader(orInFile(source)).settings();
    }

    /** As the launcher handed them over, or as MicroProfile Config has them. */
    public static Settings ofServer() {
        return read(sourceOfServer());
    }

    /** The value of a full name, in a server, for the settings that only one room reads. */
    public static Function<String, Optional<String>> sourceOfServer() {
        Config config = ConfigProvider.getConfig();
        return orInFile(HandedOver.before(name -> config.getOptionalValue(name, String.class)));
    }

    /** All names that a server can ask for, in either spelling. */
    public static Set<String> namesInServer() {
        Set<String> names = new TreeSet<>(HandedOver.names());
        ConfigProvider.getConfig().getPropertyNames().forEach(names::add);
        return names;
    }

    /** A secret may lie in a file that only we can read, and then stands in no environment. */
    public static Function<String, Optional<String>> orInFile(Function<String, Optional<String>> source) {
        return name -> source.apply(name)
                .or(() -> source.apply(name + ".file")
                        .filter(file -> !file.isBlank())
                        .map(file -> contents(name, file)));
    }

    private static String contents(String name, String file) {
        try {
            return Files.readString(Path.of(file.strip()), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException | InvalidPathException e) {
            throw new Wrong(name.substring(PREFIX.length()) + ".file", file + " can't be read");
        }
    }

    /** As a command of the launcher has them, where there is no server. */
    public static Settings ofCommand() {
        return read(HandedOver.before(Settings::ofProcess));
    }

    /** From system properties, then from the environment: what there is before MicroProfile Config. */
    public static Optional<String> ofProcess(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(environmentName(name))));
    }

    /** All that is set in system properties and in the environment, by full name. */
    public static Map<String, String> allOfProcess() {
        Map<String, String> all = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)) {
                all.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> all.put(name, System.getProperty(name)));
        return all;
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

    /** {@code COUNTERSIGN_DB_URL} for {@code countersign.db.url}. */
    public static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static final class Reader {

        private final Function<String, Optional<String>> source;

        Reader(Function<String, Optional<String>> source) {
            this.source = source;
        }

        Settings settings() {
            int port = port();
            String bind = bind();
            Path dataDir =
                    path("data.dir").orElse(Path.of("data")).toAbsolutePath().normalize();
            boolean demo = flag("demo");
            if (demo && !isLoopback(bind)) {
                throw new Wrong(
                        "demo",
                        "demonstration accounts have known passwords, so demo mode refuses to listen on " + bind
                                + "; set countersign.bind to 127.0.0.1 or countersign.demo to false");
            }
            return new Settings(
                    port,
                    bind,
                    dataDir,
                    baseUrl(port),
                    database(dataDir),
                    secret("smtp.url", Set.of("smtp", "smtps")),
                    value("mail.from").orElse("countersign@localhost"),
                    secret("imap.url", Set.of("imap", "imaps")),
                    demo,
                    apiKey(),
                    path("templates.dir"),
                    path("seal.keystore"),
                    value("seal.password").map(Secret::of),
                    zone(),
                    value("java.options")
                            .map(text -> List.of(text.split("\\s+")))
                            .orElse(List.of()),
                    path("key.file").orElse(dataDir.resolve("installation.key")),
                    passwords(),
                    sessions(),
                    backup(),
                    email("alarm.mail"),
                    duration("without.delay", WITHOUT_DELAY),
                    duration("suspicion.review", SUSPICION_REVIEW),
                    uri("timestamp.url", Set.of("http", "https")),
                    proxies(),
                    email("trail.mail"),
                    networks("webhook.networks"));
        }

        private Optional<String> value(String name) {
            return source.apply(PREFIX + name).map(String::strip).filter(v -> !v.isEmpty());
        }

        private Optional<Secret> secret(String name, Set<String> schemes) {
            return uri(name, schemes).map(URI::toString).map(Secret::of);
        }

        private Backup backup() {
            return new Backup(
                    path("backup.dir"), duration("backup.every", BACKUP_EVERY), duration("backup.keep", BACKUP_KEPT));
        }

        private Duration duration(String name, Duration otherwise) {
            try {
                Duration given = value(name).map(Duration::parse).orElse(otherwise);
                if (given.compareTo(LEAST) >= 0) {
                    return given;
                }
            } catch (DateTimeParseException e) {
                throw new Wrong(name, "is no duration; write PT4H for four hours, P30D for thirty days");
            }
            throw new Wrong(name, "is too short; a minute is the least");
        }

        private int port() {
            String text = value("port").orElse("8080");
            try {
                int port = Integer.parseInt(text);
                if (port >= 1 && port <= 65535) {
                    return port;
                }
            } catch (NumberFormatException e) {
                throw new Wrong("port", "'" + text + "' is not a number; give a port between 1 and 65535");
            }
            throw new Wrong("port", text + " is no port; give one between 1 and 65535");
        }

        private String bind() {
            String address = value("bind").orElse("127.0.0.1");
            try {
                InetAddress.getByName(address);
                return address;
            } catch (UnknownHostException e) {
                throw new Wrong(
                        "bind", "'" + address + "' is not an address of this machine; 127.0.0.1 or 0.0.0.0 are");
            }
        }

        private boolean flag(String name) {
            String text = value(name).orElse("false");
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "1" -> true;
                case "false", "no", "0" -> false;
                default -> throw new Wrong(name, "'" + text + "' is neither true nor false");
            };
        }

        private ZoneId zone() {
            String id = value("zone").orElse("Europe/Zurich");
            try {
                return ZoneId.of(id);
            } catch (DateTimeException e) {
                throw new Wrong("zone", "'" + id + "' is no time zone; write it as Europe/Zurich");
            }
        }

        private Passwords passwords() {
            return new Passwords(
                    number("password.length", 8, 4, 64),
                    number("password.classes", 3, 1, 4),
                    number("password.commonest", 10_000, 0, 30_000),
                    number("password.remembered", 10, 0, 50),
                    number("password.name-part", 3, 0, 100),
                    period("password.age", "P6M"));
        }

        private Sessions sessions() {
            return new Sessions(
                    duration("session.idle", "PT30M"),
                    duration("session.longest", "PT12H"),
                    duration("session.proof", "PT5M"));
        }

        private int number(String name, int usual, int least, int most) {
            String text = value(name).orElse(String.valueOf(usual));
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new Wrong(name, "'" + text + "' is not a number");
            }
            throw new Wrong(name, text + " is not between " + least + " and " + most);
        }

        private Period period(String name, String usual) {
            String text = value(name).orElse(usual);
            try {
                Period period = Period.parse(text);
                if (!period.isNegative()) {
                    return period;
                }
            } catch (DateTimeException e) {
                throw new Wrong(name, "'" + text + "' is no period; write it as P6M or P90D, and P0D for never");
            }
            throw new Wrong(name, text + " is less than nothing");
        }

        private Duration duration(String name, String usual) {
            String text = value(name).orElse(usual);
            try {
                Duration duration = Duration.parse(text);
                if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
                    return duration;
                }
            } catch (DateTimeException e) {
                throw new Wrong(name, "'" + text + "' is no duration; write it as PT30M or PT12H");
            }
            throw new Wrong(name, text + " is too short");
        }

        private Optional<Path> path(String name) {
            return value(name).map(text -> {
                try {
                    return Path.of(text).toAbsolutePath().normalize();
                } catch (InvalidPathException e) {
                    throw new Wrong(name, "'" + text + "' is not a path");
                }
            });
        }

        private Optional<URI> uri(String name, Set<String> schemes) {
            return value(name).map(text -> {
                try {
                    URI uri = new URI(text);
                    if (uri.getHost() != null && uri.getScheme() != null && schemes.contains(uri.getScheme())) {
                        return uri;
                    }
                } catch (URISyntaxException e) {
                    // Not quoted: it may hold a password.
                    throw new Wrong(name, "is not an address; write " + example(schemes));
                }
                throw new Wrong(name, "needs a host and one of the schemes " + schemes + ", as in " + example(schemes));
            });
        }

        private static String example(Set<String> schemes) {
            return schemes.stream().sorted().findFirst().orElseThrow() + "://host:port";
        }

        private Optional<EmailAddress> email(String name) {
            return value(name)
                    .map(text -> EmailAddress.parse(text)
                            .orElseThrow(() -> new Wrong(name, "'" + text + "' is not an e-mail address")));
        }

        private String baseUrl(int port) {
            return uri("base.url", Set.of("http", "https"))
                    .map(URI::toString)
                    .orElse("http://localhost:" + port)
                    .replaceAll("/+$", "");
        }

        private Database database(Path dataDir) {
            Optional<String> given = value("db.url");
            String url = given.orElse("jdbc:h2:file:" + dataDir.resolve("countersign")
                    + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
            if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
                throw new Wrong("db.url", "starts with neither jdbc:h2: nor jdbc:postgresql:");
            }
            return new Database(
                    url,
                    value("db.user").orElse(url.startsWith("jdbc:h2:") ? "sa" : ""),
                    Secret.of(value("db.password").orElse("")),
                    given.isPresent() ? Optional.empty() : Optional.of(dataDir.resolve("countersign.mv.db")));
        }

        private Proxies proxies() {
            boolean standard =
                    switch (value("proxy.header").orElse("x-forwarded").toLowerCase(Locale.ROOT)) {
                        case "x-forwarded" -> false;
                        case "forwarded" -> true;
                        default -> throw new Wrong("proxy.header", "is neither x-forwarded nor forwarded");
                    };
            return new Proxies(networks("proxy"), standard);
        }

        private List<Network> networks(String name) {
            List<String> texts =
                    value(name).map(text -> List.of(text.split("[,\\s]+"))).orElse(List.of());
            return texts.stream()
                    .map(text -> Network.of(text)
                            .orElseThrow(() -> new Wrong(
                                    name,
                                    "'" + text + "' is no address and no network; write 10.0.0.7 or 10.0.0.0/24")))
                    .toList();
        }

        private Optional<Secret> apiKey() {
            Optional<String> key = value("api.key");
            if (key.isPresent() && key.get().length() < API_KEY_LENGTH) {
                throw new Wrong("api.key", "is shorter than " + API_KEY_LENGTH + " characters, which can be guessed");
            }
            return key.map(Secret::of);
        }
    }
}
