package app.countersign.kernel;

import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Finds the last state in the embedded database's file after a crash. H2 writes each commit before it acknowledges it,
 * but opens the file where its header or its end lead: where space in its middle was used again, up to twenty commits
 * stand in the file and are not found (2.5.252; seen in three of four kills of a file that had gaps). So a file that was
 * not closed is looked through as a whole first, and its header then leads to the last state.
 */
final class LastState {

    /** What the header holds once the file was closed. */
    private static final String CLOSED = "clean";

    private LastState() {}

    static void find(Path file, InstallationKey key) {
        try {
            if (!wasClosed(file, key)) {
                store(file, key).recoveryMode().open().close(0);
            }
        } catch (MVStoreException e) {
            // In use, damaged or another key's: the database says so itself when it is opened.
            return;
        }
    }

    private static boolean wasClosed(Path file, InstallationKey key) {
        MVStore store = store(file, key).readOnly().open();
        try {
            return store.getStoreHeader().containsKey(CLOSED);
        } finally {
            store.closeImmediately();
        }
    }

    private static MVStore.Builder store(Path file, InstallationKey key) {
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                // Wiped by whom it is given to.
                .encryptionKey(key.databasePassword().with(char[]::clone));
    }
}
