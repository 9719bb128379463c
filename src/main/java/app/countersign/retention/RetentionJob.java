package app.countersign.retention;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Begins the runs whose night has come, and goes on with those that are under way. One instance at a time does so. */
@ApplicationScoped
class RetentionJob implements Job {

    private static final int SECONDS = 2;

    @Inject
    private Rules rules;

    @Inject
    private Runs runs;

    @Inject
    private Ledger ledger;

    @Inject
    private Running running;

    @Inject
    private Recording recording;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "run-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(SECONDS);
    }

    @Override
    public Outcome run() {
        int done = 0;
        boolean more = false;
        for (UUID rule : rules.due(clock.instant())) {
            done += ledger.begin(rule) ? 1 : 0;
        }
        for (UUID run : runs.atWork(clock.instant())) {
            more |= running.goOn(run);
            done++;
        }
        for (UUID run : runs.unrecorded()) {
            recording.record(run);
            done++;
        }
        return new Outcome(done, more);
    }
}
