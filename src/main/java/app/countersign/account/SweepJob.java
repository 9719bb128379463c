package app.countersign.account;

import app.countersign.access.Attempts;
import app.countersign.access.FollowingLinks;
import app.countersign.access.SigningIn;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Takes away sessions that are over, links that expired, and failed attempts that are long past. */
@ApplicationScoped
class SweepJob implements Job {

    @Inject
    private SigningIn signingIn;

    @Inject
    private Attempts attempts;

    @Inject
    private FollowingLinks links;

    @Override
    public String name() {
        return "sign-in-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Outcome run() {
        int sessions = signingIn.sweep();
        int past = attempts.sweep();
        return new Outcome(sessions + past + links.sweep(), sessions == SigningIn.CAP || past == Attempts.CAP);
    }
}
