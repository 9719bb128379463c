package app.countersign.retention;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Begins the runs whose night has come, and goes on with those that are under way. One instance at a time does so. */
@ApplicationScoped
class RetentionJob implements Job {

    private static final Logger LOG = Logger.getLogger(RetentionJob.class.getName());
    static final String NAME = "run-retention";

    private static final int SECONDS = 1;

    @Inject
    private Rules rules;

    @Inject
    private Runs runs;

    @Inject
    private Erasures erasures;

    @Inject
    private Ledger ledger;

    @Inject
    private Running running;

    @Inject
    private Recording recording;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return NAME;
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
            more |= goOn(run);
            done++;
        }
        for (UUID erasure : erasures.quiet(clock.instant().minus(settings.erasureWait()))) {
            done += ledger.lapse(erasure) ? 1 : 0;
        }
        for (UUID run : runs.unrecorded()) {
            recording.record(run);
            done++;
        }
        for (UUID erasure : erasures.unrecorded()) {
            recording.recordErasure(erasure);
            done++;
        }
        return new Outcome(done, more);
    }

    /** Whatever happens to one, the others go on. */
    private boolean goOn(UUID run) {
        try {
            return running.goOn(run);
        } catch (RuntimeException e) {
            // The message of an exception may quote data; its kind does not.
            String kind = e.getClass().getSimpleName();
            LOG.log(Level.WARNING, "a retention run could not go on: {0}", kind);
            ledger.postpone(run, Reason.of("retention.problem.database", kind));
            return false;
        }
    }
}
