package app.countersign.kernel;

import java.util.Objects;

/**
 * A fact of an event that the event changed. The trail keeps both values.
 *
 * @param before null if there was none
 * @param after null if there is none any more
 */
public record Change(Object before, Object after) {

    /** What to tell of a fact: the change, or the value alone if it stayed what it was. */
    public static Object of(Object before, Object after) {
        return Objects.equals(before, after) ? after : new Change(before, after);
    }
}
