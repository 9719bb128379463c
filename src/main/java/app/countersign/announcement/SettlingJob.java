package app.countersign.announcement;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Reminds, closes windows and lets changes take effect. */
@ApplicationScoped
class SettlingJob implements Job {

    private static final int CAP = 100;

    @Inject
    private Settling settling;

    @Override
    public String name() {
        return "settle-sub-processors";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Outcome run() {
        settling.unapplied(CAP).forEach(settling::apply);
        List<UUID> due = settling.due(CAP);
        due.forEach(settling::settle);
        return new Outcome(due.size(), due.size() == CAP);
    }
}
