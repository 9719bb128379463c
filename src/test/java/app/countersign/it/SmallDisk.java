package app.countersign.it;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk of its own on a folder, until it is closed. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Only root can mount one; where that can't be, the test is left out, and says so.
     *
     * @param options such as {@code size=8m}, or {@code ro}
     */
    public static SmallDisk on(Path folder, String options) {
        if (run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()) != 0) {
            String message = "SKIPPED: a disk that is full or read-only was not tried (needs root)";
            System.err.println(message);
            Assumptions.abort(message);
        }
        return new SmallDisk(folder);
    }

    @Override
    public void close() {
        run("umount", "--lazy", folder.toString());
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
