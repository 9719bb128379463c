package app.countersign.contract;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Ends contracts whose last day is over. */
@ApplicationScoped
class EndingJob implements Job {

    private static final int CAP = 200;

    @Inject
    private EndingContracts ending;

    @Override
    public String name() {
        return "end-contracts";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    /** Whatever is not over at its processor's seat yet is looked at again next time, so more is never waiting. */
    @Override
    public Outcome run() {
        long ended = ending.due(CAP).stream().filter(ending::end).count();
        return new Outcome((int) ended, ended == CAP);
    }
}
