package app.countersign.retention;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * Goes through folders without ever following a link: each step is taken from the folder before it, which is held open, so
 * that nobody can put a link in its place meanwhile. A link is a thing of no interest, wherever it leads.
 */
final class Folders {

    private Folders() {}

    /** What is done with an open folder. */
    interface Task<T> {
        T with(SecureDirectoryStream<Path> folder) throws IOException;
    }

    /** What is told of each entry. */
    interface Visit {

        /** @param attributes of the entry itself, not of what it may point at */
        void entry(Path name, BasicFileAttributes attributes) throws IOException;
    }

    /**
     * Opens a folder by an absolute path that leads over no link.
     *
     * @throws IOException also where one of its parts is a link, or the system can't walk so carefully
     */
    static <T> T in(Path absolute, Task<T> task) throws IOException {
        Path top = Objects.requireNonNull(absolute.getRoot(), "a path that is not absolute");
        try (DirectoryStream<Path> root = Files.newDirectoryStream(top)) {
            return below(secure(root), top.relativize(absolute), task);
        }
    }

    /** @param relative parts of a path below that folder; empty for the folder itself */
    static <T> T below(SecureDirectoryStream<Path> folder, Path relative, Task<T> task) throws IOException {
        if (relative.toString().isEmpty()) {
            return task.with(folder);
        }
        try (SecureDirectoryStream<Path> next =
                folder.newDirectoryStream(relative.getName(0), LinkOption.NOFOLLOW_LINKS)) {
            return relative.getNameCount() == 1
                    ? task.with(next)
                    : below(next, relative.subpath(1, relative.getNameCount()), task);
        }
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) throws IOException {
        if (stream instanceof SecureDirectoryStream<Path> careful) {
            return careful;
        }
        throw new IOException("this system opens no folder from within another");
    }

    /** Each entry once; what goes away meanwhile is left out. */
    static void visit(SecureDirectoryStream<Path> folder, Visit visit) throws IOException {
        for (Path entry : folder) {
            Optional<BasicFileAttributes> attributes = attributes(folder, entry.getFileName());
            if (attributes.isPresent()) {
                visit.entry(entry.getFileName(), attributes.get());
            }
        }
    }

    /** Of the entry itself; empty if there is none. */
    static Optional<BasicFileAttributes> attributes(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        try {
            return Optional.of(
                    folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .readAttributes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether an error says that something is not there any more. */
    static boolean isGone(IOException e) {
        return e instanceof NoSuchFileException || e instanceof NotDirectoryException;
    }
}
