package app.countersign.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which backups may go: those whose time is over, behind a proven one whose file is there. If what is saved now is
 * damaged, the last backup from before the damage stays however old it gets.
 */
final class Keeping {

    /** At a time: a clock that jumps ahead must not take a month's backups with it. Each run adds but one. */
    static final int MOST = 3;

    private final Duration keep;
    private final Predicate<Run> isThere;

    /** @param isThere whether the file can be read */
    Keeping(Duration keep, Predicate<Run> isThere) {
        this.keep = keep;
        this.isThere = isThere;
    }

    /** @param kept the newest first
     * @return the oldest first */
    List<Run> over(List<Run> kept, Instant now) {
        Optional<Run> proven = first(kept, run -> run.state() == RunState.VERIFIED);
        if (proven.isEmpty()) {
            return List.of();
        }
        Optional<Run> whole = first(kept, Run::isWhole);
        Instant from = now.minus(keep);
        List<Run> oldestFirst = new ArrayList<>(kept);
        Collections.reverse(oldestFirst);
        return oldestFirst.stream()
                .filter(run -> run.since().isBefore(from))
                .filter(run -> run != proven.get() && run != whole.orElse(null))
                .limit(MOST)
                .toList();
    }

    private Optional<Run> first(List<Run> kept, Predicate<Run> wanted) {
        return kept.stream().filter(wanted).filter(isThere).findFirst();
    }
}
