package app.countersign.announcement;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets addresses that nobody confirmed, and mails to subscribers that have gone. */
@ApplicationScoped
class ForgettingSubscribersJob implements Job {

    @Inject
    private Spreading spreading;

    @Override
    public String name() {
        return "forget-subscribers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Outcome run() {
        int gone = spreading.forget();
        return new Outcome(gone, gone > 0);
    }
}
