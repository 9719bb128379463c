package app.countersign.measure;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Takes what the application knows of itself as evidence, one annex a transaction. */
@ApplicationScoped
class CollectingJob implements Job {

    private static final Duration EVERY = Duration.ofSeconds(30);

    @Inject
    private Collecting collecting;

    @Override
    public String name() {
        return "collect-evidence";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Outcome run() {
        return new Outcome(OneByOne.each(collecting.annexes(), Annex::template, collecting::annex), false);
    }
}
