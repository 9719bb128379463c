package app.countersign.backup;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks every few seconds whether a backup is due. */
@ApplicationScoped
class BackupJob implements Job {

    @Inject
    private Making making;

    @Override
    public String name() {
        return "make-backup";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Outcome run() {
        return new Outcome(making.makeWhatIsDue(), false);
    }
}
