package app.countersign.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.tools.ChangeFileEncryption;

/**
 * The embedded database's file, encrypted with the password in the installation's key. One that an earlier version left
 * in the clear is encrypted when it is first opened.
 */
final class EmbeddedFile {

    private static final byte[] CLEAR = "H:2".getBytes(StandardCharsets.US_ASCII);
    private static final String NAME = "countersign";

    /**
     * Files that this process has looked into. It must not do so again: where one has the file open, closing it once more
     * gives up the process's lock (POSIX), and another process could write to it at the same time.
     */
    private static final Set<Path> SEEN = new HashSet<>();

    private EmbeddedFile() {}

    /**
     * The key to open it with; a new one only where there is no file that an older one has encrypted.
     *
     * @throws CannotStart if the key is missing or unreadable, or the file can't be encrypted
     */
    static synchronized InstallationKey open(Settings settings) {
        Path file = settings.database().embedded().orElseThrow();
        Path keyFile = settings.keyFile();
        try {
            boolean first = SEEN.add(file);
            boolean clear = first && isClear(file);
            if (Files.exists(file) && Files.size(file) > 0 && !clear && Files.notExists(keyFile)) {
                throw CannotStart.because("the installation key " + keyFile + " is missing, with which " + file
                        + " is encrypted; put its copy there or set countersign.key.file (COUNTERSIGN_KEY_FILE)");
            }
            InstallationKey key = InstallationKey.in(keyFile);
            if (clear) {
                encrypt(file, key);
            }
            if (first && Files.exists(file)) {
                LastState.find(file, key);
            }
            return key;
        } catch (IOException e) {
            throw CannotStart.because("the installation key " + keyFile + " or the database can't be read", e);
        }
    }

    private static boolean isClear(Path file) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(CLEAR.length), CLEAR);
        }
    }

    /** Encrypts a copy and puts it in the file's place when it is complete: killed at any moment, one of both is there. */
    private static void encrypt(Path file, InstallationKey key) throws IOException {
        Path folder = file.resolveSibling(NAME + "-encrypting");
        clear(folder);
        Files.createDirectories(folder);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IOException(file + " is in use by another process");
            }
            Path copy = Files.copy(file, folder.resolve(file.getFileName()));
            encryptCopy(folder, key);
            try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (OverlappingFileLockException e) {
            throw new IOException(file + " is in use by this process", e);
        } finally {
            clear(folder);
        }
    }

    private static void encryptCopy(Path folder, InstallationKey key) throws IOException {
        try {
            key.databasePassword().with(password -> {
                try {
                    // The tool wipes what it is given.
                    ChangeFileEncryption.execute(folder.toString(), NAME, "AES", null, password.clone(), true);
                    return folder;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (IllegalStateException e) {
            throw new IOException("the database file can't be encrypted", e.getCause());
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** A wrong key is told as what it is. */
    static SQLException explained(SQLException problem, Settings settings) {
        boolean wrongKey = problem.getErrorCode() == ErrorCode.FILE_ENCRYPTION_ERROR_1
                || problem.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD;
        if (settings.database().embedded().isPresent() && wrongKey) {
            throw CannotStart.because(settings.database().embedded().orElseThrow()
                    + " is encrypted with another installation key than " + settings.keyFile()
                    + "; put the right one there or set countersign.key.file (COUNTERSIGN_KEY_FILE)");
        }
        return problem;
    }
}
