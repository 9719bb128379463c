package app.countersign.export;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The folder where archives lie. What is not complete there ends in {@code .part} and is never offered. */
final class Shelf {

    private static final String PART = ".part";
    private static final String ZIP = ".zip";

    /** The database may lie on the same disk, and must go on. */
    private static final long RESERVE = 128L << 20;

    private static final long MEGABYTE = 1_000_000;

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    private Path file(UUID id) {
        return folder.resolve(id + ZIP);
    }

    private Path part(UUID id) {
        return folder.resolve(id + ZIP + PART);
    }

    /** Fills an archive. */
    interface Writer<T> {
        T write(FileChannel channel) throws IOException;
    }

    /**
     * Writes an archive, which has its name only when all of it is on the disk. Whatever goes wrong leaves nothing.
     *
     * @throws Refused saying what is wrong with the folder, if it is the folder
     */
    <T> T write(UUID id, Writer<T> writer) {
        boolean whole = false;
        try {
            Files.createDirectories(folder);
            T result;
            try (FileChannel channel = FileChannel.open(
                    part(id),
                    Set.of(
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE),
                    ownerOnly())) {
                result = writer.write(channel);
            }
            move(part(id), file(id));
            whole = true;
            return result;
        } catch (IOException e) {
            Refused refused = new Refused(reason(e));
            refused.initCause(e);
            throw refused;
        } finally {
            if (!whole) {
                discard(part(id));
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** @throws Refused if there is no room for so many bytes more */
    void requireRoom(long bytes) {
        long left = left();
        if (left < bytes + RESERVE) {
            throw Refused.because("export.problem.full", bytes / MEGABYTE + 1, Math.max(0, left - RESERVE) / MEGABYTE);
        }
    }

    private long left() {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw Refused.because("export.problem.folder");
        }
    }

    private Reason reason(IOException problem) {
        if (problem.getMessage() != null && problem.getMessage().startsWith("Stored file")) {
            return Reason.of("export.problem.damaged");
        }
        if (!Files.isWritable(folder) || problem instanceof NoSuchFileException) {
            return Reason.of("export.problem.folder");
        }
        try {
            long left = Files.getFileStore(folder).getUsableSpace();
            return left < RESERVE
                    ? Reason.of("export.problem.full", RESERVE / MEGABYTE, left / MEGABYTE)
                    : Reason.of("export.problem.file-system");
        } catch (IOException e) {
            return Reason.of("export.problem.folder");
        }
    }

    boolean holds(UUID id) {
        return Files.isReadable(file(id));
    }

    /** @throws Refused if it isn't there: on another instance, or gone */
    InputStream open(UUID id) {
        try {
            return Files.newInputStream(file(id));
        } catch (IOException e) {
            throw Refused.because("export.refusal.elsewhere");
        }
    }

    /** Removes an archive and what an attempt left of it. */
    void remove(UUID id) {
        discard(file(id));
        discard(part(id));
    }

    /** Removes what attempts left that died with their instance; nothing may be under way. */
    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
            parts.forEach(Shelf::discard);
        } catch (IOException e) {
            // The folder can't be read: the next archive says so.
            return;
        }
    }

    /** Of which there are archives here. */
    List<UUID> all() {
        List<UUID> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "????????-*" + ZIP)) {
                for (Path archive : archives) {
                    found.add(UUID.fromString(
                            String.valueOf(archive.getFileName()).replace(ZIP, "")));
                }
            } catch (IOException | IllegalArgumentException e) {
                // Not ours: those found before it are looked at.
                return found;
            }
        }
        return found;
    }

    private static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // It may be open elsewhere: the next sweep removes it.
            return;
        }
    }
}
