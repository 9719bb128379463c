package app.countersign.contract;

import app.countersign.access.Accounts;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Conclusion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The act of countersigning one contract, all of it in one transaction: the row is locked, the document filled, sealed
 * and stored, the contract's state, the mail and the trail's row are written, or nothing of all that. Whoever comes
 * second waits for the lock, and is then refused by the state. After a crash in between nothing has happened.
 */
@ApplicationScoped
class Countersignature {

    @Inject
    private Contracts contracts;

    @Inject
    private Signatories signatories;

    @Inject
    private Accounts accounts;

    @Inject
    private CountersigningRuns runs;

    @Inject
    private Papers papers;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** @throws Refused with the reason, after which nothing has changed */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(UUID contractId, String accountName) {
        countersign(contractId, accountName);
    }

    /** As {@link #add}, for one contract of a run, whose row is done in the same transaction. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(UUID itemId) {
        runs.lockWaiting(itemId).ifPresent(item -> {
            countersign(item.contractId(), item.run().accountName());
            item.done(clock.instant());
        });
    }

    /** Shows on the contract, and in the run if it was part of one, why it could not be sealed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(UUID contractId, Reason problem) {
        Contract contract = contracts.lock(contractId);
        if (contract.state() == ContractState.ACCEPTED) {
            contract.hasProblem(problem);
        }
        happened.fire(new ContractEvent.CountersigningFailed(
                ContractEvent.Subject.of(contract), ContractEvent.facts(contract, "problem", problem.key())));
    }

    private void countersign(UUID contractId, String accountName) {
        Contract contract = contracts.lock(contractId);
        Conclusion conclusion = papers.template(contract).conclusion();
        Contract.countersigningMove(conclusion).require(contract.state());
        Signatory signatory = signatories
                .authorised(accountName, contract.processor().id())
                .filter(person -> answersFor(accountName, contract))
                .orElseThrow(() -> Refused.because(
                        "contract.refusal.no-signatory", contract.processor().name()));
        ContractState before = contract.state();
        contract.countersign(signatory, today(contract), conclusion, clock.instant());
        ContractDocument document = papers.countersign(contract);
        correspondence.countersigned(contract, document);
        Map<String, Object> facts = new LinkedHashMap<>(ContractEvent.facts(contract));
        facts.put("signatory", signatory.person());
        facts.put("document", document.sha256());
        happened.fire(new ContractEvent.ContractCountersigned(ContractEvent.Subject.of(contract), facts));
        if (before != ContractState.IN_FORCE) {
            InForce.tell(contract, conclusion, happened);
        }
    }

    /** A run goes on when nobody is signed in any more; the application's own principal is no account. */
    private boolean answersFor(String accountName, Contract contract) {
        return accounts.named(accountName)
                .filter(account -> !account.remit().covers(contract.processor().id()))
                .isEmpty();
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.processor().zone()));
    }
}
