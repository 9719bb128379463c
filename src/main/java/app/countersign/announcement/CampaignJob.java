package app.countersign.announcement;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells controllers of changed sub-processors, some at a time. */
@ApplicationScoped
class CampaignJob implements Job {

    private static final int CAP = 50;

    @Inject
    private Campaign campaign;

    @Override
    public String name() {
        return "announce-sub-processors";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Outcome run() {
        Optional<UUID> change = campaign.next();
        if (change.isEmpty()) {
            return Outcome.NOTHING;
        }
        List<UUID> contracts = campaign.untold(change.get(), CAP);
        contracts.forEach(contract -> campaign.tell(change.get(), contract));
        return new Outcome(contracts.size(), true);
    }
}
