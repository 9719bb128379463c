package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever reads a stranger's file needs no more than 256 MB for it, and stops when the time is over: in a process that
 * has no more memory, and dies when it runs short, each hostile file is recognised, judged and drawn.
 */
class ReaderBoundsTest {

    private static final String MEMORY = "-Xmx256m";
    private static final int PATIENCE_MINUTES = 5;

    /** The limit is asked for now and then; what is between two questions counts, too. */
    private static final long MOST_MILLIS = ReaderInSmallMemory.TIME.toMillis() + 2_000;

    @TempDir
    private Path folder;

    @Test
    void hostile_files_end_in_a_verdict_within_256_mb_and_in_time() throws Exception {
        HostileFiles.all().forEach(this::write);

        Map<String, String[]> told = told();

        assertThat(told.keySet()).containsAll(HostileFiles.all().keySet());
        told.forEach((name, line) -> {
            assertThat(line[1]).as(name).isIn("ALTERED", "DOUBTFUL", "UNREADABLE");
            for (int step = 2; step < line.length; step++) {
                assertThat(Long.parseLong(line[step])).as(name).isLessThan(MOST_MILLIS);
            }
        });
    }

    private void write(String name, java.util.function.Supplier<byte[]> file) {
        try {
            Files.write(folder.resolve(name), file.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By file, what the process said of it. */
    private Map<String, String[]> told() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReaderInSmallMemory.class.getName(),
                        "src/test/resources/returns/issued.pdf",
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        Map<String, String[]> told = new LinkedHashMap<>();
        String last = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 5) {
                    told.put(words[0], words);
                }
                last = line;
            }
        }
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as("ended well, not at: %s", last)
                .isTrue();
        return told;
    }
}
