package app.countersign.deadline;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks each second for what is to be said about deadlines, and says it. */
@ApplicationScoped
class Sweep implements Job {

    /** Deadlines a transaction: few enough to be short, many enough to be quick. */
    static final int BATCH = 100;

    /** Batches a run, so that a run ends now and then. */
    private static final int BATCHES = 50;

    @Inject
    private Ringing ringing;

    @Override
    public String name() {
        return "sweep-deadlines";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        int done = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            int rung = ringing.next(BATCH);
            done += rung;
            if (rung < BATCH) {
                return new Outcome(done, false);
            }
        }
        return new Outcome(done, true);
    }
}
