package app.countersign.export;

import app.countersign.kernel.Settings;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Removes archives whose time is over, and those of accounts that are no longer to see them. */
@ApplicationScoped
class PurgingJob implements Job {

    private static final Duration EVERY = Duration.ofSeconds(30);

    @Inject
    private Ledger ledger;

    @Inject
    private Settings settings;

    @Override
    public String name() {
        return "purge-evidence-exports";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Outcome run() {
        int over = ledger.purge();
        // Looked at from the folder: another instance may have purged what lies in this one's.
        Shelf shelf = new Shelf(settings.export().dir());
        shelf.all().stream().filter(ledger::isOver).forEach(shelf::remove);
        return new Outcome(over, false);
    }
}
