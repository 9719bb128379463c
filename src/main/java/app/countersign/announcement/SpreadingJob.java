package app.countersign.announcement;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Tells subscribers, some at a time. */
@ApplicationScoped
class SpreadingJob implements Job {

    private static final int CHANGES = 20;
    private static final int CAP = 100;

    private Spreading spreading;

    protected SpreadingJob() {}

    @Inject
    SpreadingJob(Spreading spreading) {
        this.spreading = spreading;
    }

    @Override
    public String name() {
        return "tell-subscribers";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Outcome run() {
        int told = spreading.unspread(CHANGES).stream().mapToInt(this::goOn).sum();
        return new Outcome(told, told > 0);
    }

    private int goOn(UUID change) {
        return Stumbling.over("change told to subscribers", change, () -> {
            List<UUID> some = spreading.untold(change, CAP);
            return some.stream()
                    .mapToInt(subscriber -> Stumbling.over("telling of subscriber", subscriber, () -> {
                        spreading.tell(change, subscriber);
                        return 1;
                    }))
                    .sum();
        });
    }
}
