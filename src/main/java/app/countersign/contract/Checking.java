package app.countersign.contract;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.Roles;
import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Conclusion;
import app.countersign.terms.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the legal team does with a contract between issue and countersignature. */
@Stateless
public class Checking {

    @Inject
    private Contracts contracts;

    @Inject
    private OwnContracts own;

    @Inject
    private ReturnedFiles returned;

    @Inject
    private Papers papers;

    @Inject
    private PageReading pages;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** What is wrong with the page as it is being filled in; empty when nothing is. */
    @RolesAllowed(Roles.LEGAL)
    public Map<String, Reason> complaints(UUID id, SignaturePage.Entry entry) {
        return pages.complaints(own.require(id), entry);
    }

    /**
     * Enters what the controller has signed on paper, or corrects what was entered. The same page again changes nothing.
     *
     * @throws Invalid with a complaint for each field that has one
     * @throws Refused if the contract's state does not allow it, or nobody signs this contract
     */
    @RolesAllowed(Roles.LEGAL)
    public void recordPage(UUID id, SignaturePage.Entry entry) {
        record(own.lock(id), entry);
    }

    /** As {@link #recordPage(UUID, SignaturePage.Entry)}, if the contract is still the version that was looked at. */
    @RolesAllowed(Roles.LEGAL)
    public void recordPage(UUID id, long seen, SignaturePage.Entry entry) {
        record(own.lock(id, seen), entry);
    }

    private void record(Contract contract, SignaturePage.Entry entry) {
        if (!papers.template(contract).conclusion().signed()) {
            throw Refused.because("contract.refusal.nobody-signs");
        }
        Move.RECORD.require(contract.state());
        SignaturePage page = pages.read(contract, entry);
        if (contract.state() == ContractState.RETURNED
                && contract.page().filter(page::equals).isPresent()) {
            return;
        }
        Map<String, String> before =
                contract.page().map(p -> p.values(contract.language())).orElse(Map.of());
        contract.record(page, clock.instant());
        contracts.add(evidence(contract, page));
        Map<String, Object> facts = new LinkedHashMap<>(ContractEvent.facts(contract));
        page.values(contract.language()).forEach((name, value) -> facts.put(name, Change.of(before.get(name), value)));
        happened.fire(new ContractEvent.SignaturePageRecorded(ContractEvent.Subject.of(contract), facts));
    }

    /** Whoever corrects what a returned file says does not make it signed on paper. */
    private SignatureEvidence evidence(Contract contract, SignaturePage page) {
        return returned.taken(contract.id())
                .map(file -> SignatureEvidence.sentBack(contract, page.person(), file, clock.instant()))
                .orElseGet(() -> SignatureEvidence.onPaper(contract, page.person(), recorder(), clock.instant()));
    }

    /** What came back is right: it can be countersigned. */
    @RolesAllowed(Roles.LEGAL)
    public void accept(UUID id) {
        accept(own.lock(id));
    }

    /** As {@link #accept(UUID)}, if the contract is still the version that was looked at. */
    @RolesAllowed(Roles.LEGAL)
    public void accept(UUID id, long seen) {
        accept(own.lock(id, seen));
    }

    private void accept(Contract contract) {
        contract.accept(clock.instant());
        happened.fire(
                new ContractEvent.ContractAccepted(ContractEvent.Subject.of(contract), ContractEvent.facts(contract)));
    }

    /** What came back is not right: the controller is told why, and can sign again. */
    @RolesAllowed(Roles.LEGAL)
    public void refuse(UUID id, String reason) {
        refuse(own.lock(id), reason);
    }

    /** As {@link #refuse(UUID, String)}, if the contract is still the version that was looked at. */
    @RolesAllowed(Roles.LEGAL)
    public void refuse(UUID id, long seen, String reason) {
        refuse(own.lock(id, seen), reason);
    }

    private void refuse(Contract contract, String reason) {
        Template template = papers.template(contract);
        contract.refuse(
                reason,
                new UnsignedPlan(template.unsigned(), contract.processor().zone()),
                clock.instant());
        sendBack(contract);
        happened.fire(new ContractEvent.ContractRefused(
                ContractEvent.Subject.of(contract),
                ContractEvent.facts(contract, "reason", contract.remark().orElse(""))));
    }

    /** With a fresh form, where a file came back: whoever filled in one will not want to begin behind a link. */
    private void sendBack(Contract contract) {
        Optional<ReturnedFile> file = returned.taken(contract.id());
        if (file.isEmpty()) {
            correspondence.refuse(contract);
            return;
        }
        String why = contract.remark().orElse("");
        file.get().sentBack(why, recorder(), clock.instant());
        correspondence.sendBack(contract, "refusal", why, contracts.document(contract.id(), DocumentKind.ISSUED));
    }

    /**
     * Records when the contract was signed on which this one hangs; in force at once if nothing else is missing.
     *
     * @throws Invalid with a complaint for {@code mainContractSignedOn}
     */
    @RolesAllowed(Roles.LEGAL)
    public void recordMainContract(UUID id, LocalDate signedOn) {
        Contract contract = own.lock(id);
        Conclusion conclusion = papers.template(contract).conclusion();
        LocalDate before = contract.mainContractSignedOn().orElse(null);
        contract.recordMainContract(signedOn, conclusion, today(contract));
        happened.fire(new ContractEvent.MainContractRecorded(
                ContractEvent.Subject.of(contract),
                ContractEvent.facts(contract, "mainContractSignedOn", Change.of(before, signedOn))));
        if (contract.state() == ContractState.IN_FORCE) {
            InForce.tell(contract, conclusion, happened);
            correspondence.inForce(contract);
        }
    }

    private String recorder() {
        return actor.caller().map(Caller::displayName).orElse("");
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.processor().zone()));
    }
}
