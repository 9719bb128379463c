package app.countersign.contract;

import app.countersign.access.FreshProof;
import app.countersign.access.Roles;
import app.countersign.document.TimeStampUnavailable;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.RefusedAttempts;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An authorised signatory of the processor signs: one contract, or several with progress. */
@Stateless
public class Countersigning {

    @Inject
    private Countersignature countersignature;

    @Inject
    private CountersigningRuns runs;

    @Inject
    private Contracts contracts;

    @Inject
    private OwnContracts own;

    @Inject
    private Signatories signatories;

    @Inject
    private RefusedAttempts attempts;

    @Inject
    private FreshProof proof;

    @Resource
    private SessionContext context;

    /**
     * How far a run has come.
     *
     * @param failures those that could not be signed, with why; they can be tried again
     */
    public record Progress(
            UUID id, Instant startedAt, int total, int done, int failed, int waiting, List<Failure> failures) {

        public boolean isFinished() {
            return waiting == 0;
        }
    }

    /** A contract of a run that could not be signed. */
    public record Failure(UUID contractId, String number, Reason reason) {}

    /**
     * Signs one contract: afterwards its document is there, and the controller has mail.
     *
     * @throws Refused if the contract is not accepted or no longer so, if the caller may not sign for this processor, if
     *     the key can't be used, or the time-stamp authority does not answer; nothing has changed then
     */
    @RolesAllowed(Roles.SIGNATORY)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void countersign(UUID contractId) {
        own.check(contractId);
        proof.require();
        try {
            countersignature.add(contractId, caller());
        } catch (TimeStampUnavailable e) {
            countersignature.failed(contractId, e.reason());
            throw e;
        }
    }

    /** Why the caller can't countersign that contract now; empty when nothing speaks against it. */
    @RolesAllowed({Roles.SIGNATORY, Roles.LEGAL, Roles.AUDITOR, Roles.DPO})
    public Optional<Reason> refusal(UUID contractId) {
        Contract contract = own.require(contractId);
        if (contract.state() != ContractState.ACCEPTED && contract.state() != ContractState.IN_FORCE) {
            return Move.COUNTERSIGN.refusal(contract.state());
        }
        return signatories.authorised(caller(), contract.processor().id()).isPresent()
                ? Optional.empty()
                : Optional.of(Reason.of(
                        "contract.refusal.no-signatory", contract.processor().name()));
    }

    /**
     * Has several contracts signed in the name of the caller, one after the other, in the background.
     *
     * @return the run's id
     */
    @RolesAllowed(Roles.SIGNATORY)
    public UUID countersignAll(Set<UUID> contractIds) {
        contractIds.forEach(own::check);
        proof.require();
        return runs.start(caller(), new LinkedHashSet<>(contractIds)).id();
    }

    /**
     * Of the run's contracts those of which the caller may know.
     *
     * @throws NotFound if there is no such run, or none of its contracts is such a one
     */
    @RolesAllowed({Roles.SIGNATORY, Roles.LEGAL, Roles.AUDITOR})
    public Progress progress(UUID runId) {
        List<CountersigningRun.Item> items = items(runId);
        CountersigningRun run = items.get(0).run();
        return new Progress(
                runId,
                run.startedAt(),
                items.size(),
                count(items, ItemState.DONE),
                count(items, ItemState.FAILED),
                count(items, ItemState.WAITING),
                items.stream()
                        .filter(i -> i.state() == ItemState.FAILED)
                        .map(this::failure)
                        .toList());
    }

    /** The caller's last runs, the newest first. */
    @RolesAllowed(Roles.SIGNATORY)
    public List<UUID> latestRuns(int limit) {
        return runs.of(caller(), limit).stream().map(CountersigningRun::id).toList();
    }

    /** Tries those again that could not be signed. */
    @RolesAllowed(Roles.SIGNATORY)
    public void retry(UUID runId) {
        List<CountersigningRun.Item> items = items(runId);
        if (!items.get(0).run().accountName().equals(caller())) {
            throw Refused.because("contract.refusal.not-your-run");
        }
        items.stream().filter(i -> i.state() == ItemState.FAILED).forEach(CountersigningRun.Item::again);
    }

    private Failure failure(CountersigningRun.Item item) {
        return new Failure(
                item.contractId(),
                contracts.require(item.contractId()).number(),
                item.problem().reason());
    }

    private static int count(List<CountersigningRun.Item> items, ItemState state) {
        return (int) items.stream().filter(i -> i.state() == state).count();
    }

    private List<CountersigningRun.Item> items(UUID runId) {
        List<CountersigningRun.Item> all = runs.items(runId);
        Set<UUID> known = own.ofRun(runId);
        List<CountersigningRun.Item> items =
                all.stream().filter(item -> known.contains(item.contractId())).toList();
        if (items.isEmpty()) {
            if (!all.isEmpty()) {
                attempts.foreign("countersigning", runId, null);
            }
            throw NotFound.because("contract.refusal.unknown-run");
        }
        return items;
    }

    private String caller() {
        return context.getCallerPrincipal().getName();
    }
}
