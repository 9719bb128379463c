package app.countersign.trail;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Works off the verifications that were asked for, one at a time. Killed in the middle, it begins again. */
@ApplicationScoped
class VerificationJob implements Job {

    @Inject
    private Verifications verifications;

    @Inject
    private Verifying verifying;

    @Override
    public String name() {
        return "verify-trail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        List<Verification> waiting = verifications.waiting(2);
        if (waiting.isEmpty()) {
            return Outcome.NOTHING;
        }
        Verification first = waiting.get(0);
        Verifying.Result result = verifying.verify(first.noted(), rows -> verifications.read(first.id(), rows));
        verifications.finished(first.id(), result.end(), result.walk(), result.findings());
        return new Outcome(1, waiting.size() > 1);
    }
}
