package app.countersign.importing;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Deletes tables that nobody entered within a day: they hold names and addresses. */
@ApplicationScoped
class ForgettingDraftsJob implements Job {

    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    private ImportDrafts drafts;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "forget-imports";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public Outcome run() {
        return new Outcome(drafts.removeBefore(clock.instant().minus(KEPT)), false);
    }
}
