package app.countersign.account;

import app.countersign.access.FollowingLinks;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Answers those who have forgotten their password, apart from the page, so that the page tells nothing by its time. */
@ApplicationScoped
class ForgottenJob implements Job {

    @Inject
    private FollowingLinks links;

    @Override
    public String name() {
        return "forgotten-passwords";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        int answered = links.answer();
        return new Outcome(answered, answered > 0);
    }
}
