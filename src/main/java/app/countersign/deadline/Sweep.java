package app.countersign.deadline;

import app.countersign.kernel.Outage;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks each second for what is to be said about deadlines, and says it. */
@ApplicationScoped
class Sweep implements Job {

    private static final Logger LOG = Logger.getLogger(Sweep.class.getName());

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
            int rung;
            try {
                rung = ringing.next(BATCH);
            } catch (RuntimeException e) {
                if (Outage.isBehind(e)) {
                    throw e;
                }
                return new Outcome(done + oneByOne(), false);
            }
            done += rung;
            if (rung < BATCH) {
                return new Outcome(done, false);
            }
        }
        return new Outcome(done, true);
    }

    /** Something about one of them can't be said: that must keep none of the others unsaid. */
    private int oneByOne() {
        int done = 0;
        for (UUID id : ringing.ringing(BATCH * BATCHES)) {
            try {
                ringing.one(id);
                done++;
            } catch (RuntimeException e) {
                if (Outage.isBehind(e)) {
                    throw e;
                }
                LOG.log(Level.SEVERE, "what there is to say about deadline {0} can''t be said: {1}", new Object[] {
                    id, e.getClass().getName()
                });
            }
        }
        return done;
    }
}
