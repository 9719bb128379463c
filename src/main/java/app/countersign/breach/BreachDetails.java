package app.countersign.breach;

import app.countersign.deadline.Deadline;
import java.util.List;
import java.util.UUID;

/**
 * A breach with all that belongs to it and that the caller may know of.
 *
 * @param concerns the controllers concerned, by name
 * @param deadlines the first due first
 * @param notices by whom they are for
 * @param unstarted how many controllers are yet to be found: not 0 only for moments after the report of a very large
 *     breach
 * @param similar open ones that may be the same, reported twice
 */
public record BreachDetails(
        Breach breach,
        List<Concern> concerns,
        List<Deadline> deadlines,
        List<Notice> notices,
        long unstarted,
        List<Breach> similar) {

    /** The clocks towards one of the controllers. */
    public List<Deadline> deadlinesOf(UUID concernId) {
        return deadlines.stream()
                .filter(deadline ->
                        deadline.subject().part().filter(concernId::equals).isPresent())
                .toList();
    }

    /** How many of the controllers a person is yet to look at. */
    public long undecided() {
        return concerns.stream()
                .filter(concern -> concern.state() == ConcernState.FOUND)
                .count();
    }
}
