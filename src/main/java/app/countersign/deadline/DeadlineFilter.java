package app.countersign.deadline;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which deadlines a list shows.
 *
 * @param states any of these; empty for all
 * @param dueBefore only those due before that instant
 * @param subject only those about that object
 */
public record DeadlineFilter(Set<DeadlineState> states, Optional<Instant> dueBefore, Optional<UUID> subject) {

    /** What is still to be done. */
    public static final DeadlineFilter OPEN = new DeadlineFilter(
            Set.of(DeadlineState.RUNNING, DeadlineState.OVERDUE), Optional.empty(), Optional.empty());

    public DeadlineFilter {
        states = states.isEmpty() ? Set.of(DeadlineState.values()) : Set.copyOf(states);
    }
}
