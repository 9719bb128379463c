package app.countersign.retention;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * Which files of a folder are meant, by their path below it: {@code *.csv}, {@code exports/*.csv}, {@code **.log} for
 * folders below, too. Written where a database's rule names its table.
 */
final class FilePattern {

    private final String pattern;
    private final PathMatcher matcher;

    private FilePattern(String pattern, PathMatcher matcher) {
        this.pattern = pattern;
        this.matcher = matcher;
    }

    /** Empty if it leads out of the folder, or can't be understood. */
    static Optional<FilePattern> of(TableName written) {
        String pattern = written.schema().isEmpty() ? written.name() : written.toString();
        boolean leadsOut = pattern.startsWith("/") || ("/" + pattern + "/").contains("/../");
        if (pattern.isBlank() || leadsOut) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FilePattern(pattern, FileSystems.getDefault().getPathMatcher("glob:" + pattern)));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    boolean fits(Path relative) {
        return matcher.matches(relative);
    }

    /** Whether files in folders below can fit at all. */
    boolean isDeep() {
        return pattern.contains("/") || pattern.contains("**");
    }

    @Override
    public String toString() {
        return pattern;
    }
}
