package app.countersign.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Settings as the launcher hands them to the server: over the standard input. What stands on a command line every user of
 * the machine can read, and what stands in the environment stays in the process's memory for as long as it runs; of both
 * nothing can be taken back.
 */
public final class HandedOver {

    /** Set in the environment of a server that is to read its settings from the standard input. */
    private static final String MARK = "COUNTERSIGN_SETTINGS";

    private static final String FROM_INPUT = "stdin";

    private static Map<String, Secret> settings;

    private HandedOver() {}

    /** Starts a process that reads those settings, and finds none in its environment. */
    public static Process start(ProcessBuilder builder, Map<String, String> values) throws IOException {
        builder.environment().keySet().removeIf(name -> name.startsWith("COUNTERSIGN_"));
        builder.environment().put(MARK, FROM_INPUT);
        Properties text = new Properties();
        text.putAll(values);
        StringWriter lines = new StringWriter();
        text.store(lines, null);
        Process process = builder.redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has ended already, and what it printed says why.
            return process;
        }
        return process;
    }

    /** What was handed over comes first; without a launcher there is nothing, and the other source is asked. */
    static Function<String, Optional<String>> before(Function<String, Optional<String>> other) {
        return name -> Optional.ofNullable(all().get(name)).map(Secret::text).or(() -> other.apply(name));
    }

    /** What was handed over, by name. */
    static Set<String> names() {
        return all().keySet();
    }

    private static synchronized Map<String, Secret> all() {
        if (settings == null) {
            settings = FROM_INPUT.equals(System.getenv(MARK)) ? read(System.in) : Map.of();
        }
        return settings;
    }

    static Map<String, Secret> read(InputStream in) {
        try {
            byte[] bytes = in.readAllBytes();
            Properties text = new Properties();
            text.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
            Arrays.fill(bytes, (byte) 0);
            return text.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Function.identity(), name -> Secret.of(text.getProperty(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
