package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Whether the disk of the embedded database has room. H2 breaks its store off when a write fails, and a thread that uses
 * it then may never come back; so nothing more is written while there is still a reserve. A PostgreSQL server refuses
 * single acts and goes on by itself.
 */
@ApplicationScoped
public class DiskRoom {

    /** More than the largest act writes: a file of 25 MB, twice. */
    private static final long RESERVE_BYTES = 64L << 20;

    @Inject
    private Settings settings;

    public boolean isLeft() {
        if (!settings.database().url().startsWith("jdbc:h2:file:")) {
            return true;
        }
        try {
            return Files.getFileStore(settings.dataDir()).getUsableSpace() >= RESERVE_BYTES;
        } catch (IOException e) {
            // Then it is something else, of which the database will tell.
            return true;
        }
    }
}
