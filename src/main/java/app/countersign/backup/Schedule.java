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
        return next().isAfter(now)
                ? Optional.empty()
                : Optional.of(runs.ask(null).id());
    }

    /** The distant past if none was ever made. */
    Instant next() {
        return runs.newest(1).stream().findFirst().map(this::after).orElse(Instant.EPOCH);
    }

    private Instant after(Run last) {
        Duration every = settings.backup().every();
        boolean failed = last.state() == RunState.FAILED;
        return last.since().plus(failed && AFTER_FAILURE.compareTo(every) < 0 ? AFTER_FAILURE : every);
    }
}
