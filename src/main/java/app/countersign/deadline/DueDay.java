package app.countersign.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * A day with what is due on it.
 *
 * @param first what is due, the first first; not all of it if there is very much
 * @param more whether there is more than that
 */
public record DueDay(LocalDate date, List<Deadline> first, boolean more) {

    public int count() {
        return first.size();
    }

    /** How many of those shown are still to be done. */
    public long open() {
        return first.stream().filter(deadline -> deadline.state().isOpen()).count();
    }
}
