package app.countersign.contract;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.OpenedObjects;
import app.countersign.kernel.Refused;
import app.countersign.kernel.RefusedAttempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The contracts as the caller may know of them: those of other processors, and those outside an auditor's period, are not
 * there. Activities ask here; jobs and customers, who know their contract already, ask {@link Contracts}.
 */
@ApplicationScoped
class OwnContracts {

    private static final String UNKNOWN = "contract.refusal.unknown";

    @Inject
    private Contracts contracts;

    @Inject
    private CallersRemit remit;

    @Inject
    private RefusedAttempts attempts;

    @Inject
    private OpenedObjects opened;

    /** @throws NotFound if there is none, or none for the caller */
    Contract require(UUID id) {
        Contract contract = contracts.require(id);
        check(contract.reach());
        return contract;
    }

    /** The contract with that number.
     *
     * @throws NotFound if there is none, or none for the caller */
    Contract require(String number) {
        Contract contract = contracts.byNumber(number).orElseThrow(() -> NotFound.because(UNKNOWN));
        check(contract.reach());
        return contract;
    }

    /** As {@link Contracts#lock(UUID)}. Of another's contract not even the lock is waited for.
     *
     * @throws NotFound if there is none, or none for the caller */
    Contract lock(UUID id) {
        check(id);
        return contracts.lock(id);
    }

    /** As {@link Contracts#lock(UUID, long)}.
     *
     * @throws NotFound if there is none, or none for the caller
     * @throws Refused if it has changed since */
    Contract lock(UUID id, long seen) {
        check(id);
        return contracts.lock(id, seen);
    }

    /** @throws NotFound if there is none, or none for the caller */
    void check(UUID id) {
        check(contracts.reach(id).orElseThrow(() -> NotFound.because(UNKNOWN)));
    }

    /** Those of a run's contracts of which the caller may know. */
    Set<UUID> ofRun(UUID runId) {
        Remit own = remit.get();
        return contracts.reachOfRun(runId).stream()
                .filter(reach -> reach.isWithin(own))
                .map(ContractReach::id)
                .collect(Collectors.toSet());
    }

    private void check(ContractReach reach) {
        if (!reach.isWithin(remit.get())) {
            attempts.foreign(Correspondence.ABOUT, reach.id(), reach.processor());
            throw NotFound.because(UNKNOWN);
        }
        opened.note(Correspondence.ABOUT, reach.id(), reach.processor());
    }
}
