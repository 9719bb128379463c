package app.countersign.contract;

import app.countersign.document.TimeStampUnavailable;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.StoredReason;
import app.countersign.schedule.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Works off the runs that signatories have started, some contracts at a time. */
@ApplicationScoped
class CountersigningJob implements Job {

    private static final int CAP = 20;

    @Inject
    private CountersigningRuns runs;

    @Inject
    private Countersignature countersignature;

    @Override
    public String name() {
        return "countersign-runs";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Outcome run() {
        runs.reviveUnstamped();
        List<UUID> waiting = runs.waiting(CAP);
        Optional<Reason> unstamped = Optional.empty();
        for (UUID item : waiting) {
            // An authority that does not answer is asked once for all of them: each time takes seconds.
            unstamped = unstamped.isEmpty() ? countersign(item) : unstamped(item, unstamped.get());
        }
        return new Outcome(waiting.size(), waiting.size() == CAP);
    }

    /**
     * What is refused is noted and does not stop the others; anything else leaves it waiting for the next time.
     *
     * @return why there is no time stamp, if it was that
     */
    private Optional<Reason> countersign(UUID itemId) {
        try {
            countersignature.add(itemId);
        } catch (TimeStampUnavailable e) {
            return unstamped(itemId, e.reason());
        } catch (Refused e) {
            note(itemId, e.reason());
        }
        return Optional.empty();
    }

    private Optional<Reason> unstamped(UUID itemId, Reason reason) {
        note(itemId, reason).ifPresent(contract -> countersignature.failed(contract, reason));
        return Optional.of(reason);
    }

    private Optional<UUID> note(UUID itemId, Reason reason) {
        return runs.failed(itemId, StoredReason.of(reason));
    }
}
