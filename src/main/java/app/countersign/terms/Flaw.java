package app.countersign.terms;

import app.countersign.kernel.Reason;
import java.util.Locale;

/**
 * One mistake in a template folder.
 *
 * @param file folder and file, {@code okomo-dpa/terms.yaml}
 * @param line from 1; 0 when the file as a whole is meant
 * @param reason what is wrong, in the reader's language
 */
public record Flaw(String file, int line, Reason reason) {

    /** The flaw as one line: {@code okomo-dpa/terms.yaml:12: …}. */
    public String in(Locale language) {
        return file + (line > 0 ? ":" + line : "") + ": " + reason.in(language);
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
