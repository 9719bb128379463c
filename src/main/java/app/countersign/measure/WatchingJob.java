package app.countersign.measure;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks for measures whose evidence ends, has ended or failed, and for reviews without a clock. */
@ApplicationScoped
class WatchingJob implements Job {

    private static final int SECONDS = 20;

    @Inject
    private Watching watching;

    @Override
    public String name() {
        return "watch-measures";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(SECONDS);
    }

    @Override
    public Outcome run() {
        return new Outcome(watching.evidence() + watching.reviews(), false);
    }
}
