package app.countersign.breach;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

/** Finds the rest of the controllers of a breach that concerns so many that its report did not wait for them. */
@ApplicationScoped
class StartingJob implements Job {

    private static final int BATCH = 100;
    private static final int BATCHES = 20;

    @Inject
    private Batch batch;

    @Override
    public String name() {
        return "start-breach-clocks";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        int done = 0;
        for (int i = 0; i < BATCHES; i++) {
            int started = batch.start(BATCH);
            done += started;
            if (started < BATCH) {
                return new Outcome(done, false);
            }
        }
        return new Outcome(done, true);
    }

    /** Some of them, in a transaction of their own. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Batch {

        @Inject
        private Searching searching;

        int start(int most) {
            return searching.goOn(most);
        }
    }
}
