package app.countersign.retention;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Reminds controllers that have not said what is to become of their data. */
@ApplicationScoped
class DisposalReminderJob implements Job {

    private static final int CAP = 100;

    @Inject
    private DisposalSteps steps;

    @Override
    public String name() {
        return "remind-of-disposals";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Outcome run() {
        int done = 0;
        while (done < CAP && steps.remindNext()) {
            done++;
        }
        return new Outcome(done, done == CAP);
    }
}
