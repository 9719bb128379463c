package app.countersign.backup;

import app.countersign.kernel.InstallationKey;
import app.countersign.kernel.Schema;
import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An encrypted H2 database with files in it, for measurements. */
public final class BackupSubject {

    private static final int CHUNK = 1 << 20;
    private static final long SAMPLE_ROWS = 64;

    private final Path folder;
    private final DataSource database;
    private final Aead key;
    private int restored;

    private BackupSubject(Path folder, DataSource database, Aead key) {
        this.folder = folder;
        this.database = database;
        this.key = key;
    }

    /** Files of a megabyte each. */
    public static BackupSubject with(int megabytes) throws Exception {
        Path folder = Files.createTempDirectory("countersign-bench");
        DataSource database = encrypted(folder.resolve("source"));
        Schema.migrate(database, false);
        fill(database, megabytes);
        return new BackupSubject(
                folder, database, InstallationKey.in(folder.resolve("key")).cipher());
    }

    private static DataSource encrypted(Path file) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + file + ";CIPHER=AES;WRITE_DELAY=0");
        h2.setUser("sa");
        h2.setPassword("not-a-secret ");
        return h2;
    }

    private static void fill(DataSource database, int megabytes) throws Exception {
        Random random = new Random(1);
        byte[] bytes = new byte[CHUNK];
        try (Connection connection = database.getConnection();
                PreparedStatement file =
                        connection.prepareStatement("insert into stored_file (sha256, size, media_type, stored_at)"
                                + " values (?, ?, 'application/pdf', current_timestamp)");
                PreparedStatement chunk =
                        connection.prepareStatement("insert into stored_chunk (sha256, no, bytes) values (?, 0, ?)")) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(bytes);
                String hash = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
                file.setString(1, hash);
                file.setLong(2, CHUNK);
                file.executeUpdate();
                chunk.setString(1, hash);
                chunk.setBytes(2, bytes);
                chunk.executeUpdate();
            }
        }
    }

    public Path write() throws IOException, SQLException {
        return write(Progress.NOBODY);
    }

    private Path write(Progress progress) throws IOException, SQLException {
        Path file = folder.resolve("backup");
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
            new Writing(key, progress).write(database, out, new UUID(0, 1), Instant.EPOCH);
        }
        return file;
    }

    /** As the command does it: into an encrypted file, with the comparison behind it. */
    public Object restore() throws IOException, SQLException {
        DataSource target = encrypted(folder.resolve("target" + ++restored));
        Manifest manifest = new Restoring(target, Progress.NOBODY)
                .restore(folder.resolve("backup"), key)
                .manifest();
        new Proof(List.of(new FilesWhole(), new TrailWhole()), Progress.NOBODY).compare(target, manifest);
        Files.delete(folder.resolve("target" + restored + ".mv.db"));
        return manifest;
    }

    /** The backup's bytes once more. */
    public Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        try (FileChannel from = FileChannel.open(folder.resolve("backup"));
                FileChannel to = FileChannel.open(
                        copy,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            from.transferTo(0, from.size(), to);
            to.force(true);
        }
        return copy;
    }

    /** The most that is in use after a collection while it writes, in megabytes. */
    public double heapOfWriting() throws IOException, SQLException {
        long[] most = {0};
        Runtime runtime = Runtime.getRuntime();
        write((done, total) -> {
            if (done % SAMPLE_ROWS == 0) {
                System.gc();
                most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
            }
        });
        return most[0] / (double) (1 << 20);
    }
}
