package app.countersign.backup;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Where backups lie. What is not complete there ends in {@code .part}. */
final class Folder {

    private static final String PART = ".part";
    private static final long LITTLE = 4L << 20;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    static String name(UUID id, Instant now) {
        return "countersign-" + MINUTE.format(now) + "-" + id.toString().substring(0, 8) + ".backup";
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Writes a file, which has its name only when all of it is on the disk. */
    interface Writer<T> {
        T write(OutputStream out) throws IOException, SQLException;
    }

    /** @throws Refused saying what is wrong with the folder, if it is the folder */
    <T> T write(String name, Writer<T> writer) throws SQLException {
        Path part = file(name + PART);
        try {
            T result = written(part, writer);
            move(part, file(name));
            return result;
        } catch (IOException e) {
            // Asked before there is room again.
            Reason reason = reason(e);
            discard(name);
            Refused refused = new Refused(reason);
            refused.initCause(e);
            throw refused;
        } catch (SQLException | RuntimeException e) {
            discard(name);
            throw e;
        }
    }

    private <T> T written(Path part, Writer<T> writer) throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                ownerOnly())) {
            T result = writer.write(new Unclosed(Channels.newOutputStream(channel)));
            channel.force(true);
            return result;
        }
    }

    private static java.nio.file.attribute.FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new java.nio.file.attribute.FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new java.nio.file.attribute.FileAttribute<?>[0];
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    /** Removes what an attempt left, if it can be. */
    void discard(String name) {
        try {
            Files.deleteIfExists(file(name + PART));
        } catch (IOException e) {
            // The folder is gone or may not be written to: the next attempt says so.
            return;
        }
    }

    /** Whether there is no such file any more. */
    boolean delete(String name) {
        try {
            Files.deleteIfExists(file(name));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    boolean holds(String name) {
        return Files.isReadable(file(name));
    }

    /** @throws Refused if nothing can be written there */
    void refuseUnlessUsable() {
        if (!Files.isDirectory(path)) {
            throw Refused.because("backup.problem.gone", path.toString());
        }
        if (!Files.isWritable(path)) {
            throw Refused.because("backup.problem.read-only", path.toString());
        }
    }

    /** What went wrong while writing, in words that a person can act on. */
    Reason reason(IOException problem) {
        if (!Files.isDirectory(path) || problem instanceof NoSuchFileException) {
            return Reason.of("backup.problem.gone", path.toString());
        }
        if (isFull()) {
            return Reason.of("backup.problem.full", path.toString());
        }
        if (!Files.isWritable(path) || String.valueOf(problem.getMessage()).contains("Read-only")) {
            return Reason.of("backup.problem.read-only", path.toString());
        }
        return Reason.of("backup.problem.file-system", path.toString());
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(path).getUsableSpace() < LITTLE;
        } catch (IOException e) {
            return false;
        }
    }

    /** What encrypts closes what it writes to; the file has to be forced to the disk before. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
