package app.countersign.trail;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Chains what was committed in the last second. */
@ApplicationScoped
class ChainingJob implements Job {

    @Inject
    private Chaining chaining;

    @Override
    public String name() {
        return "chain-trail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        int rows = chaining.once();
        return new Outcome(rows, rows == ChainStep.CAP);
    }
}
