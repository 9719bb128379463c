package app.countersign.backup;

import app.countersign.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When the next backup is made: when somebody asks, when the time since the last one is over, or soon after a failure. */
@ApplicationScoped
class Schedule {

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    @Inject
    private Runs runs;

    @Inject
    private Settings settings;

    /** The one to make now; of several that were asked for, one does for all. */
    Optional<UUID> due(Instant now) {
        List<Run> asked = runs.in(RunState.ASKED);
        if (!asked.isEmpty()) {
            return Optional.of(asked.get(0).id());
        }
        return next(now).isAfter(now)
                ? Optional.empty()
                : Optional.of(runs.ask(null).id());
    }

    /** The distant past if none was ever made, or only while the clock ran ahead. */
    Instant next(Instant now) {
        return runs.lastUntil(now)
                .map(last -> after(last, settings.backup().every()))
                .orElse(Instant.EPOCH);
    }

    /** Soon after one that could not be written; one that was written and not proven would only be followed by its like. */
    static Instant after(Run last, Duration every) {
        boolean failed = last.state() == RunState.FAILED && !last.isKept();
        return last.since().plus(failed && AFTER_FAILURE.compareTo(every) < 0 ? AFTER_FAILURE : every);
    }
}
