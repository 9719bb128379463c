package app.countersign.accesslog;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Clears the log each hour, in batches. */
@ApplicationScoped
class PurgeJob implements Job {

    private static final int BATCHES = 20;

    @Inject
    private Purging purging;

    @Override
    public String name() {
        return "purge-access-log";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Outcome run() {
        int done = 0;
        boolean more = true;
        for (int batch = 0; batch < BATCHES && more; batch++) {
            int gone = purging.log();
            boolean inTrail = purging.trail();
            done += gone;
            more = gone == Purging.BATCH || inTrail;
        }
        return new Outcome(done, more);
    }
}
