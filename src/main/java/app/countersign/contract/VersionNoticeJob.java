package app.countersign.contract;

import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Tells customers of new template versions, some at a time. */
@ApplicationScoped
class VersionNoticeJob implements Job {

    private static final int CAP = 50;

    @Inject
    private VersionNotices notices;

    @Override
    public String name() {
        return "announce-template-versions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Outcome run() {
        int told = 0;
        for (UUID version : notices.open()) {
            List<UUID> contracts = notices.untold(version, CAP - told);
            contracts.forEach(contract -> notices.tell(contract, version));
            told += contracts.size();
            if (told >= CAP) {
                return new Outcome(told, true);
            }
        }
        return new Outcome(told, false);
    }
}
