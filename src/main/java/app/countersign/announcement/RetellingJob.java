package app.countersign.announcement;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Tells controllers of withdrawn changes, some at a time. */
@ApplicationScoped
class RetellingJob implements Job {

    private static final int CHANGES = 20;
    private static final int CAP = 50;

    @Inject
    private Retelling retelling;

    @Override
    public String name() {
        return "withdraw-sub-processor-changes";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Outcome run() {
        int told = retelling.unretold(CHANGES).stream().mapToInt(this::goOn).sum();
        return new Outcome(told, told > 0);
    }

    private int goOn(UUID change) {
        return Stumbling.over("withdrawn change", change, () -> {
            List<UUID> some = retelling.waiting(change, CAP);
            return some.stream()
                    .mapToInt(notice -> Stumbling.over("telling of a withdrawal", notice, () -> {
                        retelling.tell(notice);
                        return 1;
                    }))
                    .sum();
        });
    }
}
