package app.countersign.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
 * Where the value of a setting comes from: what the launcher handed over, MicroProfile Config, system properties, the
 * environment, or a file that one of them names.
 */
public final class SettingSources {

    private static final String PREFIX = "countersign.";
    private static final String ENVIRONMENT = "COUNTERSIGN_";

    private SettingSources() {}

    /** The value of a full name, in a server, for the settings that only one room reads. */
    public static Function<String, Optional<String>> ofServer() {
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
            throw new Settings.Wrong(name.substring(PREFIX.length()) + ".file", file + " can't be read");
        }
    }

    /** As a command of the launcher has them, where there is no server. */
    static Function<String, Optional<String>> ofCommand() {
        return HandedOver.before(SettingSources::ofProcess);
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

    /** {@code COUNTERSIGN_DB_URL} for {@code countersign.db.url}. */
    public static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
