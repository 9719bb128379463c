package app.countersign.announcement;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

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
        settling.unapplied(CAP).forEach(change -> one("applying of change", change, settling::apply));
        int done = settling.due(CAP).stream()
                .mapToInt(notice -> one("settling of notice", notice, settling::settle))
                .sum();
        return new Outcome(done, done == CAP);
    }

    private static int one(String what, UUID id, Consumer<UUID> act) {
        return Stumbling.over(what, id, () -> {
            act.accept(id);
            return 1;
        });
    }
}
