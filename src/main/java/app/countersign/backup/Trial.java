package app.countersign.backup;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Restores a backup for trial: into an H2 database in a file of its own, encrypted with a password that nobody knows, and
 * deleted afterwards. Whatever database the installation uses, this one is always at hand.
 */
final class Trial {

    private static final String FOLDER = "backup-trial";

    /** H2 needs about as much as the backup has; twice, to be on the safe side, and a little. */
    private static final int TIMES = 2;

    private static final long LEAST_BYTES = 32L << 20;
    private static final int PASSWORD_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Iterable<RestoredCheck> checks;
    private final Progress progress;

    /** @param data where there is room */
    Trial(Path data, Iterable<RestoredCheck> checks, Progress progress) {
        this.folder = data.resolve(FOLDER);
        this.checks = checks;
        this.progress = progress;
    }

    /**
     * @return what was wrong already when it was saved
     * @throws Refused saying what is wrong with the backup, or that it can't be tried here
     */
    List<Reason> verify(Path backup, Aead installation) throws IOException, SQLException {
        clear();
        Files.createDirectories(folder);
        try {
            refuseUnlessThereIsRoom(TIMES * Files.size(backup) + LEAST_BYTES);
            return restored(backup, installation);
        } catch (SQLException | Restoring.Failed e) {
            // What it says of it is the database's complaint of a file that can't grow.
            refuseUnlessThereIsRoom(LEAST_BYTES);
            throw e;
        } finally {
            clear();
        }
    }

    private void refuseUnlessThereIsRoom(long bytes) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < bytes) {
            throw Refused.because("backup.problem.no-room-to-verify", folder.toString());
        }
    }

    private List<Reason> restored(Path backup, Aead installation) throws IOException, SQLException {
        JdbcDataSource database = database();
        try (var open = database.getConnection()) {
            Manifest manifest = new Restoring(database, Progress.NOBODY)
                    .restore(backup, installation)
                    .manifest();
            List<Reason> damages = new Proof(checks, progress).compare(database, manifest);
            // Nothing of it is to stay.
            Dialect.run(open, "shutdown immediately");
            return damages;
        }
    }

    private JdbcDataSource database() {
        byte[] random = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(random);
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("trial")
                + ";CIPHER=AES;WRITE_DELAY=5000;CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE");
        database.setUser("sa");
        database.setPassword(HexFormat.of().formatHex(random) + " ");
        return database;
    }

    /** What is left of this trial, or of one that was killed. */
    void clear() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }
}
