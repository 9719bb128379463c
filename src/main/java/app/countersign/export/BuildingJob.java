package app.countersign.export;

import app.countersign.kernel.Settings;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Builds the archives that were asked for, one after the other. Whoever holds the job builds: of several instances one,
 * and when that dies another begins its archive again.
 */
@ApplicationScoped
class BuildingJob implements Job {

    private static final Duration EVERY = Duration.ofSeconds(2);

    @Inject
    private Building building;

    @Inject
    private Settings settings;

    @Override
    public String name() {
        return "build-evidence-exports";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Outcome run() {
        // Nothing is being built now, so what is not whole belongs to nobody.
        new Shelf(settings.export().dir()).sweep();
        return building.next() ? new Outcome(1, true) : Outcome.NOTHING;
    }
}
