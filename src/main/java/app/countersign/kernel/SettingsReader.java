package app.countersign.kernel;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes an installation's settings of single ones, and says what does not go together. */
final class SettingsReader {

    /** The shortest API key that may be set: long enough not to be guessed. */
    static final int API_KEY_LENGTH = 24;

    /** As Okomo promises it (Anlage A, 1: okomo-dpa A-1-backup-1). */
    private static final Duration WITHOUT_DELAY = Duration.ofHours(4);

    private static final Duration SUSPICION_REVIEW = Duration.ofHours(24);
    private static final Duration ERASURE_WAIT = Duration.ofDays(30);
    private static final Duration BACKUP_EVERY = Duration.ofHours(4);
    private static final Duration BACKUP_KEPT = Duration.ofDays(30);
    private static final Duration EXPORT_KEPT = Duration.ofDays(7);
    /** In megabytes. */
    private static final int EVIDENCE_LARGEST = 1024;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** {@code ?password=}, {@code ;PASSWORD=} and {@code //user:password@host}: drivers and pools quote URLs in logs. */
    private static final Pattern PASSWORD_IN_URL =
            Pattern.compile("[?&;]\\s*\\w*password\\s*=|//[^/?;]*@", Pattern.CASE_INSENSITIVE);

    private static final Pattern RESOLVER = Pattern.compile("[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?");

    private final SettingValues values;

    SettingsReader(Function<String, Optional<String>> source) {
        values = new SettingValues(source);
    }

    Settings settings() {
        int port = port();
        String bind = bind();
        Path dataDir =
                values.path("data.dir").orElse(Path.of("data")).toAbsolutePath().normalize();
        return new Settings(
                port,
                bind,
                dataDir,
                baseUrl(port),
                database(dataDir),
                values.secret("smtp.url", Set.of("smtp", "smtps")),
                values.value("mail.from").orElse("countersign@localhost"),
                values.secret("imap.url", Set.of("imap", "imaps")),
                demo(bind),
                apiKey(),
                values.path("templates.dir"),
                values.path("seal.keystore"),
                values.value("seal.password").map(Secret::of),
                values.zone("zone", "Europe/Zurich"),
                values.value("java.options")
                        .map(text -> List.of(text.split("\\s+")))
                        .orElse(List.of()),
                values.path("key.file").orElse(dataDir.resolve("installation.key")),
                passwords(),
                sessions(),
                backup(),
                values.email("alarm.mail"),
                values.duration("without.delay", WITHOUT_DELAY, MINUTE),
                values.duration("suspicion.review", SUSPICION_REVIEW, MINUTE),
                values.duration("erasure.wait", ERASURE_WAIT, MINUTE),
                values.uri("timestamp.url", Set.of("http", "https")),
                proxies(),
                values.email("trail.mail"),
                values.networks("webhook.networks"),
                values.flag("secondfactor.everybody"),
                values.networks("probe.networks"),
                values.path("probe.folder"),
                resolver(),
                values.number("evidence.largest", EVIDENCE_LARGEST, 1, 1_000_000) * 1024L * 1024,
                values.scanner("virus.url"),
                values.path("deletion.folder"),
                values.path("deletion.drivers"),
                new Settings.Export(
                        values.path("export.dir").orElse(dataDir.resolve("exports")),
                        values.duration("export.keep", EXPORT_KEPT, MINUTE)));
    }

    private Optional<String> resolver() {
        Optional<String> server = values.value("probe.resolver");
        if (server.filter(one -> !RESOLVER.matcher(one).matches()).isPresent()) {
            throw new Settings.Wrong("probe.resolver", "is no server; write 10.0.0.53 or 10.0.0.53:5353");
        }
        return server;
    }

    private boolean demo(String bind) {
        boolean demo = values.flag("demo");
        if (demo && !Settings.isLoopback(bind)) {
            throw new Settings.Wrong(
                    "demo",
                    "demonstration accounts have known passwords, so demo mode refuses to listen on " + bind
                            + "; set countersign.bind to 127.0.0.1 or countersign.demo to false");
        }
        return demo;
    }

    private Settings.Backup backup() {
        return new Settings.Backup(
                values.path("backup.dir"),
                values.duration("backup.every", BACKUP_EVERY, MINUTE),
                values.duration("backup.keep", BACKUP_KEPT, MINUTE));
    }

    private int port() {
        return values.number("port", 8080, 1, 65535);
    }

    private String bind() {
        String address = values.value("bind").orElse("127.0.0.1");
        try {
            InetAddress.getByName(address);
            return address;
        } catch (UnknownHostException e) {
            throw new Settings.Wrong(
                    "bind", "'" + address + "' is not an address of this machine; 127.0.0.1 or 0.0.0.0 are");
        }
    }

    private Settings.Passwords passwords() {
        return new Settings.Passwords(
                values.number("password.length", 8, 4, 64),
                values.number("password.classes", 3, 1, 4),
                values.number("password.commonest", 10_000, 0, 30_000),
                values.number("password.remembered", 10, 0, 50),
                values.number("password.name-part", 3, 0, 100),
                values.period("password.age", "P6M"),
                values.words("password.words"),
                breached());
    }

    private Optional<Path> breached() {
        Optional<Path> file = values.path("password.breached");
        if (file.isPresent() && !Files.isReadable(file.get())) {
            throw new Settings.Wrong("password.breached", file.get() + " can't be read");
        }
        return file;
    }

    private Settings.Sessions sessions() {
        return new Settings.Sessions(
                values.duration("session.idle", Duration.parse("PT30M"), SECOND),
                values.duration("session.longest", Duration.parse("PT12H"), SECOND),
                values.duration("session.proof", Duration.parse("PT5M"), SECOND));
    }

    private String baseUrl(int port) {
        return values.uri("base.url", Set.of("http", "https"))
                .map(URI::toString)
                .orElse("http://localhost:" + port)
                .replaceAll("/+$", "");
    }

    private Settings.Database database(Path dataDir) {
        Optional<String> given = values.value("db.url");
        String url = given.orElse(
                "jdbc:h2:file:" + dataDir.resolve("countersign") + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new Settings.Wrong("db.url", "starts with neither jdbc:h2: nor jdbc:postgresql:");
        }
        if (PASSWORD_IN_URL.matcher(url).find()) {
            throw new Settings.Wrong(
                    "db.url", "holds a password, which would get into logs; set countersign.db.password instead");
        }
        return new Settings.Database(
                url,
                values.value("db.user").orElse(url.startsWith("jdbc:h2:") ? "sa" : ""),
                Secret.of(values.value("db.password").orElse("")),
                given.isPresent() ? Optional.empty() : Optional.of(dataDir.resolve("countersign.mv.db")));
    }

    private Proxies proxies() {
        boolean standard =
                switch (values.value("proxy.header").orElse("x-forwarded").toLowerCase(Locale.ROOT)) {
                    case "x-forwarded" -> false;
                    case "forwarded" -> true;
                    default -> throw new Settings.Wrong("proxy.header", "is neither x-forwarded nor forwarded");
                };
        return new Proxies(values.networks("proxy"), standard);
    }

    private Optional<Secret> apiKey() {
        Optional<String> key = values.value("api.key");
        if (key.isPresent() && key.get().length() < API_KEY_LENGTH) {
            throw new Settings.Wrong(
                    "api.key", "is shorter than " + API_KEY_LENGTH + " characters, which can be guessed");
        }
        return key.map(Secret::of);
    }
}
