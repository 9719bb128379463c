package app.countersign.retention;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.contract.Contract;
import app.countersign.contract.ContractDocument;
import app.countersign.contract.ContractHoldings;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Span;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What becomes of a controller's data after its contract's end, for our own people. */
@Stateless
public class DisposalDesk {

    @Inject
    private ContractHoldings holdings;

    @Inject
    private Disposals disposals;

    @Inject
    private HandDeletions deletions;

    @Inject
    private DisposalSteps steps;

    @Inject
    private Passphrases passphrases;

    @Inject
    private DisposalLetters letters;

    @Inject
    private Clauses clauses;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** @throws NotFound if there is no such contract, or none for the caller */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.SIGNATORY, Roles.AUDITOR})
    public DisposalDetails details(UUID contractId, Locale reader) {
        Contract contract = holdings.require(contractId);
        Optional<Disposal> disposal = disposals.of(contractId);
        DisposalTerms terms = steps.terms(contract);
        Optional<DisposalTerms.Limit> limit =
                contract.endsOn().flatMap(day -> terms.limit(day, disposal.flatMap(Disposal::agreed)));
        return new DisposalDetails(
                disposal,
                limit.map(DisposalTerms.Limit::day),
                disposal.map(one -> clauses.label(one.clause(), reader))
                        .or(() -> limit.map(one -> one.term().clause().label()))
                        .orElse(""),
                terms.alternatives(),
                terms.offer(),
                deletions.of(contractId));
    }

    /**
     * Records what the controller wants, where it said so otherwise than by its link.
     *
     * @param remark who said it, when and how
     * @throws Invalid with a complaint for {@code choice} or {@code remark}
     * @throws Refused if it is confirmed already
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void choose(UUID contractId, DisposalChoice choice, String remark) {
        Contract contract = holdings.require(contractId);
        Disposal disposal = disposals.lock(contractId);
        if (choice == null) {
            throw Invalid.field("choice", Reason.of("kernel.text.missing"));
        }
        String said = Disposal.REMARK.require("remark", remark);
        disposal.choose(choice, ChosenHow.TOLD, actor.identity().name(), said, clock.instant());
        steps.chosen(contract, disposal);
    }

    /**
     * Which period was agreed, where the contract's words leave a choice.
     *
     * @throws Invalid with a complaint for {@code period}
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void agree(UUID contractId, String period) {
        Contract contract = holdings.require(contractId);
        Disposal disposal = disposals.lock(contractId);
        List<Span> possible = steps.terms(contract).alternatives();
        Span agreed = possible.stream()
                .filter(span -> span.toString().equals(period))
                .findFirst()
                .orElseThrow(() -> Invalid.field("period", Reason.of("deletion.complaint.period")));
        steps.agree(contract, disposal, agreed);
    }

    /** Records that the data was handed over otherwise than by the link.
     *
     * @param how how, to whom and when */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void handedOver(UUID contractId, String how) {
        holdings.require(contractId);
        Disposal disposal = disposals.lock(contractId);
        disposal.handedOver(Disposal.REMARK.require("how", how), clock.instant());
        tellReturned(disposal);
    }

    private void tellReturned(Disposal disposal) {
        Map<String, Object> facts = DisposalEvent.facts(disposal);
        disposal.returnedHow().ifPresent(how -> facts.put("reason", how));
        happened.fire(new DisposalEvent.DataReturned(
                disposal.contractId(), disposal.processorId(), disposal.clause(), facts));
    }

    /** The contract whose data is exported, for whoever hands it over. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public Contract export(UUID contractId) {
        Contract contract = holdings.require(contractId);
        if (disposals.of(contractId).isEmpty()) {
            throw NotFound.because(Disposals.UNKNOWN);
        }
        return contract;
    }

    /**
     * The same, for what is locked with a passphrase.
     *
     * @param ticket of the passphrase that was shown
     * @throws NotFound if that is none, or there is no such contract for the caller
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public Contract export(UUID contractId, String ticket) {
        Passphrases.checked(ticket);
        return export(contractId);
    }

    /** A new passphrase for what is fetched with its ticket. It is shown once and kept nowhere. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public Passphrases.Passphrase passphrase(UUID contractId) {
        return passphrases.draw(export(contractId).id());
    }

    /**
     * Confirms in writing that all is done: a sealed letter, kept with the contract and sent to the controller.
     *
     * @param late why it is late; may be empty where it is not
     * @throws Refused if something is still to be done, there is no seal, or it is late and nothing is said
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public ContractDocument confirm(UUID contractId, String late) {
        Contract contract = holdings.require(contractId);
        Disposal disposal = disposals.lock(contractId);
        List<HandDeletion> done = deletions.of(contractId);
        long open = done.stream()
                .filter(one -> one.state() == HandDeletionState.OPEN)
                .count();
        String by = actor.identity().name();
        disposal.confirm(open, by, clock.instant());
        deadlines.meet(contractId, DisposalSteps.CLOCK, clock.instant(), by, Disposal.REMARK.optional("late", late));
        byte[] pdf = new DisposalPaper(contract, disposal, steps.terms(contract), done, clock.instant()).pdf();
        ContractDocument paper = holdings.confirm(contract, pdf);
        Map<String, Object> facts = DisposalEvent.facts(disposal);
        facts.put("document", paper.sha256());
        happened.fire(
                new DisposalEvent.DisposalConfirmed(contractId, disposal.processorId(), disposal.clause(), facts));
        letters.confirm(contract, paper);
        return paper;
    }
}
