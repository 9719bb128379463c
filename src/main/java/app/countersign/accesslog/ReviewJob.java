package app.countersign.accesslog;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Begins the first review, and one after templates that demand it were added. */
@ApplicationScoped
class ReviewJob implements Job {

    private static final int SECONDS = 20;

    @Inject
    private Duty duty;

    @Override
    public String name() {
        return "begin-access-review";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(SECONDS);
    }

    @Override
    public Outcome run() {
        return new Outcome(duty.begin() ? 1 : 0, false);
    }
}
