package app.countersign.retention;

import app.countersign.kernel.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A folder that was opened for one rule. Files can't be brought back, so {@link #take} only chooses them and
 * {@link #commit} deletes: the ledger has them before the first one goes. Of a batch that was cut off in the middle,
 * {@link #takeAgain} deletes what is left, and all of it counts as one batch.
 */
class FolderWork implements Work {

    private static final int MOST = 2000;

    private final Path root;
    private final FilePattern pattern;
    private final Errand errand;
    private List<String> chosen = List.of();

    FolderWork(Path root, FilePattern pattern, Errand errand) {
        this.root = root;
        this.pattern = pattern;
        this.errand = errand;
    }

    private interface Asked<T> {
        T answer() throws IOException;
    }

    private <T> T tried(Asked<T> asked) throws Trouble {
        try {
            return asked.answer();
        } catch (IOException e) {
            throw Trouble.of(e, errand.store().name());
        }
    }

    private String name() {
        return errand.rule().table().toString();
    }

    @Override
    public String fingerprint() {
        String all = String.join(
                "\n",
                root.toString(),
                pattern.toString(),
                errand.rule().period().toString());
        return Sha256.hex(all.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> statements() {
        return List.of("rm " + root + "/" + pattern + " < " + errand.cutoff().end());
    }

    @Override
    public Grants grants() throws Trouble {
        return tried(() -> Files.isWritable(root)
                ? new Grants(true, List.of(), List.of())
                : new Grants(true, List.of("WRITE " + root), List.of()));
    }

    @Override
    public Preview preview() throws Trouble {
        return tried(() -> {
            FolderCensus census = new FolderCensus(errand);
            walk((folder, path, attributes) ->
                    census.count(attributes.lastModifiedTime().toInstant(), isFree(attributes)));
            return census.taken();
        });
    }

    /** What is told of each file that fits the pattern. */
    private interface Found {
        void file(SecureDirectoryStream<Path> folder, Path relative, BasicFileAttributes attributes) throws IOException;
    }

    private void walk(Found found) throws IOException {
        Folders.in(root, folder -> {
            walk(folder, Path.of(""), found);
            return null;
        });
    }

    private void walk(SecureDirectoryStream<Path> folder, Path above, Found found) throws IOException {
        List<Path> below = new ArrayList<>();
        Folders.visit(folder, (name, attributes) -> {
            Path relative = above.resolve(name);
            if (attributes.isDirectory() && pattern.isDeep()) {
                below.add(name);
            } else if (attributes.isRegularFile() && pattern.fits(relative) && isSpelled(relative)) {
                found.file(folder, relative, attributes);
            }
        });
        for (Path name : below) {
            try (SecureDirectoryStream<Path> next = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                walk(next, above.resolve(name), found);
            } catch (IOException e) {
                // It went away, or was replaced by a link, since it was listed.
                if (!Folders.isGone(e)
                        && !Files.isSymbolicLink(root.resolve(above).resolve(name))) {
                    throw e;
                }
            }
        }
    }

    /** A name that can't be written as text could not be found again by it. */
    private static boolean isSpelled(Path relative) {
        return Path.of(relative.toString()).equals(relative)
                && relative.toString().indexOf('\uFFFD') < 0;
    }

    private boolean isExpired(BasicFileAttributes attributes) {
        Instant at = attributes.lastModifiedTime().toInstant();
        return attributes.isRegularFile()
                && !at.isBefore(Plan.PLAUSIBLE_FROM)
                && at.isBefore(errand.cutoff().end());
    }

    private boolean isFree(BasicFileAttributes attributes) {
        Instant at = attributes.lastModifiedTime().toInstant();
        return errand.holds().stream()
                .allMatch(held -> held.from().filter(at::isBefore).isPresent()
                        || held.until().filter(until -> !at.isBefore(until)).isPresent());
    }

    @Override
    public Optional<Taken> take(Optional<String> after, int most, Consumer<List<String>> known) throws Trouble {
        TreeSet<String> next = new TreeSet<>();
        tried(() -> {
            walk((folder, path, attributes) -> {
                String key = path.toString();
                boolean beyond = after.filter(last -> key.compareTo(last) <= 0).isEmpty();
                if (beyond && isExpired(attributes) && isFree(attributes)) {
                    next.add(key);
                    if (next.size() > most) {
                        next.pollLast();
                    }
                }
            });
            return null;
        });
        requireWritable(next);
        chosen = List.copyOf(next);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        known.accept(chosen);
        return Optional.of(taken(chosen));
    }

    /** Before the ledger has them: afterwards nobody could tell why they are there still. */
    private void requireWritable(TreeSet<String> keys) throws Trouble {
        boolean forbidden = keys.stream()
                .map(key -> root.resolve(key).getParent())
                .distinct()
                .anyMatch(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isWritable(folder));
        if (forbidden) {
            throw Trouble.because(
                    "retention.problem.folder-not-granted", errand.store().name());
        }
    }

    private Taken taken(List<String> keys) {
        return new Taken(keys, Map.of(name(), (long) keys.size()));
    }

    /** What is gone counts, as what goes now: the ledger had it before. What was written anew since is left. */
    @Override
    public Optional<Taken> takeAgain(List<String> keys) throws Trouble {
        long anew = tried(() -> number(keys, attributes -> !isExpired(attributes) || !isFree(attributes)));
        chosen = anew == 0 ? keys : List.of();
        return anew == 0 ? Optional.of(taken(keys)) : Optional.empty();
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public void commit() throws Trouble {
        for (String key : chosen) {
            tried(() -> {
                delete(Path.of(key));
                return null;
            });
        }
        chosen = List.of();
    }

    private void delete(Path relative) throws IOException {
        Path parent = relative.getParent() == null ? Path.of("") : relative.getParent();
        try {
            Folders.in(
                    root,
                    folder -> Folders.below(folder, parent, last -> {
                        Optional<BasicFileAttributes> now = Folders.attributes(last, relative.getFileName());
                        if (now.filter(this::isExpired).isPresent()) {
                            last.deleteFile(relative.getFileName());
                        }
                        return null;
                    }));
        } catch (NoSuchFileException e) {
            // Somebody else was quicker.
            return;
        }
    }

    @Override
    public void rollback() {
        chosen = List.of();
    }

    @Override
    public long remaining(List<String> keys) throws Trouble {
        return tried(() -> number(keys, BasicFileAttributes::isRegularFile));
    }

    @Override
    public long present(List<String> keys) throws Trouble {
        return remaining(keys);
    }

    private long number(List<String> keys, java.util.function.Predicate<BasicFileAttributes> which) throws IOException {
        long found = 0;
        for (String key : keys) {
            Path relative = Path.of(key);
            Path parent = relative.getParent() == null ? Path.of("") : relative.getParent();
            try {
                found += Folders.in(
                        root,
                        folder -> Folders.below(
                                folder,
                                parent,
                                last -> Folders.attributes(last, relative.getFileName())
                                                .filter(which)
                                                .isPresent()
                                        ? 1
                                        : 0));
            } catch (IOException e) {
                if (!Folders.isGone(e)) {
                    throw e;
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        chosen = List.of();
    }
}
