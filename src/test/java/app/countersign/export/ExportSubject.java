package app.countersign.export;

import app.countersign.document.StoredFiles;
import app.countersign.kernel.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;

/** Stored files, and the same as plain files in a folder, for measurements. */
public final class ExportSubject {

    private static final int FILES = 2000;

    private final Path folder;
    private final JdbcConnectionPool database;
    private final StoredFiles store;
    private final List<String> hashes;
    private final int size;

    private ExportSubject(Path folder, JdbcConnectionPool database, StoredFiles store, List<String> hashes, int size) {
        this.folder = folder;
        this.database = database;
        this.store = store;
        this.hashes = hashes;
        this.size = size;
    }

    /** 2,000 files, in an encrypted H2 file as an installation has it. */
    public static ExportSubject with(int megabytes) throws IOException {
        Path folder = Files.createTempDirectory("countersign-bench");
        JdbcConnectionPool database = open(folder);
        Schema.migrate(database, false);
        StoredFiles store = new StoredFiles(database, Clock.systemUTC());
        Files.createDirectories(folder.resolve("files"));
        int size = (int) ((long) megabytes * 1_000_000 / FILES);
        Random random = new Random(1);
        byte[] bytes = new byte[size];
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            random.nextBytes(bytes);
            hashes.add(store.store(new ByteArrayInputStream(bytes), "application/octet-stream")
                    .sha256());
            Files.write(folder.resolve("files").resolve("file-" + i), bytes);
        }
        return new ExportSubject(folder, database, store, hashes, size);
    }

    /** Pooled, as in the application: H2 closes the whole file with its last connection. */
    private static JdbcConnectionPool open(Path folder) {
        return JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("database") + ";CIPHER=AES;WRITE_DELAY=0", "sa", "not-a-secret ");
    }

    /** As the application does it: read from the database, hashed, forced to the disk, signed. */
    public Object archive() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("archive.zip");
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        try (Archive archive = new Archive(FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE))) {
            for (String hash : hashes) {
                try (InputStream content = store.open(hash)) {
                    archive.add("files/" + hash, size, hash, content);
                }
            }
            archive.seal("i", "e", "m", key.getPublic().getEncoded(), message -> signed(message, key));
            return archive.size();
        }
    }

    private static byte[] signed(byte[] message, KeyPair key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code zip -0} of the same files and {@code sha256sum} of each. */
    public Object zip() throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("plain.zip"));
        run("zip -0 -q -r ../plain.zip . && find . -type f -exec sha256sum {} + > ../sums && sync -f ../plain.zip");
        return Files.size(folder.resolve("plain.zip"));
    }

    private void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.resolve("files").toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("it needs the programs zip and sha256sum");
        }
    }

    /** The verifier of the archive, which reads it once more. */
    public int verify() throws IOException {
        return Verify.run(
                new String[] {folder.resolve("archive.zip").toString()},
                new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
    }

    /** As {@link #archive}, by a process with that heap, which ends if it needs more. Nothing else is done afterwards. */
    public Object archiveInHeapOf(int megabytes) throws IOException, InterruptedException {
        database.dispose();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExportSubject.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("it needs more heap than that");
        }
        return megabytes;
    }

    /** @param args the folder of a subject whose database is closed */
    public static void main(String[] args) throws IOException, GeneralSecurityException, SQLException {
        Path folder = Path.of(args[0]);
        JdbcConnectionPool database = open(folder);
        List<String> hashes = new ArrayList<>();
        int size;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet files = statement.executeQuery("select sha256, size from stored_file")) {
            size = 0;
            while (files.next()) {
                hashes.add(files.getString(1));
                size = files.getInt(2);
            }
        }
        StoredFiles store = new StoredFiles(database, Clock.systemUTC());
        new ExportSubject(folder, database, store, hashes, size).archive();
        database.dispose();
    }

    /** Leaves nothing behind. */
    public void remove() throws IOException {
        database.dispose();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
