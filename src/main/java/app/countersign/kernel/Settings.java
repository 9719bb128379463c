package app.countersign.kernel;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
 * @param timeStampUrl an RFC 3161 time-stamp authority; with it seals are PAdES B-T, without it B-B
 * @param proxies whose word on where a request comes from is taken
 * @param trailMail to whom the trail's signed head is mailed each day; without it the head waits in the application
 */
public record Settings(
        int port,
        String bind,
        Path dataDir,
        String baseUrl,
        Database database,
        Optional<URI> smtp,
        String mailFrom,
        Optional<URI> imap,
        boolean demo,
        Optional<String> apiKey,
        Optional<Path> templatesDir,
        Optional<Path> sealKeystore,
        Optional<String> sealPassword,
        ZoneId zone,
        List<String> javaOptions,
        Path keyFile,
        Optional<URI> timeStampUrl,
        Proxies proxies,
        Optional<EmailAddress> trailMail) {

    /** The shortest API key that may be set: long enough not to be guessed. */
    static final int API_KEY_LENGTH = 24;

    /**
     * @param url a JDBC URL, H2 or PostgreSQL
     * @param user empty where the URL says it
     */
    public record Database(String url, String user, String password) {

        public boolean isPostgres() {
            return url.startsWith("jdbc:postgresql:");
        }

        /** Without the password, which belongs into no log. */
        @Override
        public String toString() {
            return url.replaceAll("\\?.*", "");
        }
    }

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
        return new Reader(source).settings();
    }

    /** From system properties, then from the environment: what there is before MicroProfile Config. */
    public static Optional<String> ofProcess(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(environmentName(name))));
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
                    uri("smtp.url", Set.of("smtp", "smtps")),
                    value("mail.from").orElse("countersign@localhost"),
                    uri("imap.url", Set.of("imap", "imaps")),
                    demo,
                    apiKey(),
                    path("templates.dir"),
                    path("seal.keystore"),
                    value("seal.password"),
                    zone(),
                    value("java.options")
                            .map(text -> List.of(text.split("\\s+")))
                            .orElse(List.of()),
                    path("key.file").orElse(dataDir.resolve("installation.key")),
                    uri("timestamp.url", Set.of("http", "https")),
                    proxies(),
                    email("trail.mail"));
        }

        private Optional<String> value(String name) {
            return source.apply("countersign." + name).map(String::strip).filter(v -> !v.isEmpty());
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
            String url = value("db.url")
                    .orElse("jdbc:h2:file:" + dataDir.resolve("countersign") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
            if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
                throw new Wrong("db.url", "starts with neither jdbc:h2: nor jdbc:postgresql:");
            }
            return new Database(
                    url,
                    value("db.user").orElse(url.startsWith("jdbc:h2:") ? "sa" : ""),
                    value("db.password").orElse(""));
        }

        private Proxies proxies() {
            List<String> texts =
                    value("proxy").map(text -> List.of(text.split("[,\\s]+"))).orElse(List.of());
            boolean standard =
                    switch (value("proxy.header").orElse("x-forwarded").toLowerCase(Locale.ROOT)) {
                        case "x-forwarded" -> false;
                        case "forwarded" -> true;
                        default -> throw new Wrong("proxy.header", "is neither x-forwarded nor forwarded");
                    };
            return new Proxies(texts.stream().map(this::network).toList(), standard);
        }

        private Network network(String text) {
            return Network.of(text)
                    .orElseThrow(() -> new Wrong(
                            "proxy", "'" + text + "' is no address and no network; write 10.0.0.7 or 10.0.0.0/24"));
        }

        private Optional<String> apiKey() {
            Optional<String> key = value("api.key");
            if (key.isPresent() && key.get().length() < API_KEY_LENGTH) {
                throw new Wrong("api.key", "is shorter than " + API_KEY_LENGTH + " characters, which can be guessed");
            }
            return key;
        }
    }
}
