package app.countersign.document;

import app.countersign.kernel.Reason;
import java.util.Optional;

/**
 * One thing in which a returned file differs from the form that was issued.
 *
 * @param page from 1, in the returned file; 0 for the file as a whole
 * @param area where on the page; empty when it is the page as a whole
 * @param before words or value as issued; empty when something was added, or when it is not a matter of words
 * @param after words or value as returned
 * @param weighty whether the form was altered by it; else a person has to look
 * @param reason all that in words
 */
public record Difference(int page, Optional<Area> area, String before, String after, boolean weighty, Reason reason) {

    static Difference altered(int page, Area area, String key, Object... args) {
        return new Difference(page, Optional.ofNullable(area), "", "", true, Reason.of(key, args));
    }

    static Difference doubtful(int page, Area area, String key, Object... args) {
        return new Difference(page, Optional.ofNullable(area), "", "", false, Reason.of(key, args));
    }

    Difference lightened() {
        return new Difference(page, area, before, after, false, reason);
    }

    Difference of(String was, String is) {
        return new Difference(page, area, was, is, weighty, reason);
    }
}
