package app.countersign.announcement;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Tells controllers of changed sub-processors, some at a time. */
@ApplicationScoped
class CampaignJob implements Job {

    private static final int CHANGES = 20;
    private static final int CAP = 50;

    private Campaign campaign;

    protected CampaignJob() {}

    @Inject
    CampaignJob(Campaign campaign) {
        this.campaign = campaign;
    }

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
        int told = campaign.unfinished(CHANGES).stream()
                .mapToInt(change -> Stumbling.over("sub-processor change", change, () -> goOn(change)))
                .sum();
        return new Outcome(told, told > 0);
    }

    /** @return how many contracts were dealt with; none when all are */
    private int goOn(UUID change) {
        List<UUID> contracts = campaign.untold(change, CAP);
        contracts.forEach(contract -> tell(change, contract));
        return contracts.size();
    }

    /** A contract that can't be told is noted; those after it are told all the same. */
    private void tell(UUID change, UUID contract) {
        int told = Stumbling.over("telling of contract", contract, () -> {
            campaign.tell(change, contract);
            return 1;
        });
        if (told == 0) {
            campaign.tripped(change, contract);
        }
    }
}
