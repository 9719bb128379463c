package app.countersign.breach;

import app.countersign.deadline.Deadline;
import app.countersign.deadline.DeadlineState;
import java.util.List;
import java.util.Map;

/**
 * How far a breach is, in numbers.
 *
 * @param concerns how many controllers, by what was decided of them; the clocks of each were started with its finding
 * @param unstarted how many controllers are yet to be found and their clocks started
 * @param clocks how many deadlines, by their state
 * @param own the deadlines towards nobody's controller: of authorities, and of a suspicion's review
 */
public record Standing(
        Map<ConcernState, Long> concerns, long unstarted, Map<DeadlineState, Long> clocks, List<Deadline> own) {

    public long in(ConcernState state) {
        return concerns.getOrDefault(state, 0L);
    }

    public long in(DeadlineState state) {
        return clocks.getOrDefault(state, 0L);
    }

    /** How many controllers are concerned, those yet to be found included, whatever was decided of them. */
    public long all() {
        return started() + unstarted;
    }

    public long started() {
        return concerns.values().stream().mapToLong(Long::longValue).sum();
    }
}
