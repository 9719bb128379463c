package app.countersign.contract;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.document.Limits;
import app.countersign.document.StoredFiles;
import app.countersign.document.VirusCheck;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Taking in files that come back, and deciding on those that a machine can't tell. */
@Stateless
public class Returning {

    /** The largest file that is taken, in bytes. */
    public static final long LARGEST = Limits.USUAL.bytes();

    private static final String UNKNOWN = "contract.return.refusal.unknown";

    @Inject
    private ReturnDesk desk;

    @Inject
    private ReturnSteps steps;

    @Inject
    private ReturnedFiles returned;

    @Inject
    private Contracts contracts;

    @Inject
    private OwnContracts own;

    @Inject
    private Papers papers;

    @Inject
    private PageReading pages;

    @Inject
    private PersonalLinks links;

    @Inject
    private StoredFiles files;

    @Inject
    private VirusCheck viruses;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Somebody of ours brings a file for that contract.
     *
     * @param file null when there is none; not closed
     * @return the return's id; the same for the same file
     * @throws Invalid with a complaint for {@code file} if there is none, or it is too large
     * @throws Refused if the contract has not gone out
     */
    @RolesAllowed(Roles.LEGAL)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID bring(UUID contractId, InputStream file, String name) {
        own.check(contractId);
        return desk.take(contractId, () -> ReturnDesk.uploaded(file, viruses), name, Provenance.upload(door(), me()));
    }

    /**
     * Somebody of ours brings a file that says by itself to which contract it belongs.
     *
     * @throws Invalid with a complaint for {@code file} also if it does not say so
     */
    @RolesAllowed(Roles.LEGAL)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID bring(InputStream file, String name) {
        byte[] bytes = ReturnDesk.uploaded(file, viruses);
        UUID contractId = desk.recognise(() -> bytes)
                .filter(id -> remit.covers(steps.processor(id)))
                .orElseThrow(() -> Invalid.field("file", Reason.of("contract.return.not-recognised")));
        return desk.take(contractId, () -> bytes, name, Provenance.upload(door(), me()));
    }

    /** The controller brings a file behind the personal link.
     *
     * @throws NotFound if the link does not open */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public UUID bring(String token, InputStream file, String name) {
        ByLink link = steps.byLink(token);
        actor.isCustomer(link.person(), link.email());
        return desk.take(
                link.contractId(),
                () -> ReturnDesk.uploaded(file, viruses),
                name,
                Provenance.upload(Door.LINK, link.person()));
    }

    /** To whom a link opens what. */
    record ByLink(UUID contractId, String person, String email) {}

    /** A file that the controller brought, for the page behind the link.
     *
     * @throws NotFound if the link does not open, or the file is another contract's */
    @PermitAll
    public ReturnDetails brought(String token, UUID id) {
        Contract contract = links.open(token).contract();
        ReturnedFile file = returned.require(id);
        if (!file.contractId().equals(contract.id())) {
            throw NotFound.because(UNKNOWN);
        }
        return details(file);
    }

    /** @throws NotFound if there is none */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public ReturnDetails details(UUID id) {
        return details(mine(id));
    }

    /** What came back for that contract, the newest first. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<ReturnedFile> of(UUID contractId) {
        own.check(contractId);
        return returned.of(contractId);
    }

    /** The file whose values stand in the contract, or else the newest that came.
     *
     * @throws NotFound if none came */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public ReturnedFile file(UUID contractId) {
        List<ReturnedFile> all = of(contractId);
        return all.stream()
                .filter(file -> file.state() == ReturnState.TAKEN)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> NotFound.because("contract.refusal.no-document"));
    }

    /** Files that a person has to decide, the oldest first. */
    @RolesAllowed(Roles.LEGAL)
    public List<ReturnDetails> waiting(int limit) {
        return returned.waiting(remit.get(), limit).stream().map(this::details).toList();
    }

    /**
     * A page with what differs marked, as a PNG.
     *
     * @param returnedOne of the returned file; else of the form that went out
     * @param page from 1
     * @return empty if there is no such page, or it is not fit to be drawn
     * @throws Refused if the file can't be read
     */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<byte[]> picture(UUID id, boolean returnedOne, int page) {
        return desk.picture(details(id), returnedOne, page);
    }

    /** What is wrong with the page as it is being corrected; empty when nothing is. */
    @RolesAllowed(Roles.LEGAL)
    public Map<String, Reason> complaints(UUID id, SignaturePage.Entry entry) {
        return pages.complaints(contracts.require(mine(id).contractId()), entry);
    }

    /**
     * A person has seen both pages and takes the file: the contract can be countersigned.
     *
     * @param seen the version of the contract that was looked at
     * @param entry what the file says, corrected where it was misread
     * @throws Invalid with a complaint for each field, {@code reason} among them
     */
    @RolesAllowed(Roles.LEGAL)
    public void accept(UUID id, long seen, SignaturePage.Entry entry, String reason) {
        ReturnedFile file = mine(id);
        Contract contract = contracts.lock(file.contractId(), seen);
        file.accepted(reason, me(), clock.instant());
        steps.take(contract, file, pages.read(contract, entry));
        happened.fire(new ContractEvent.ReturnAccepted(ContractEvent.Subject.of(contract), decided(contract, file)));
        contract.accept(clock.instant());
        happened.fire(
                new ContractEvent.ContractAccepted(ContractEvent.Subject.of(contract), ContractEvent.facts(contract)));
    }

    /** A person refuses the file: the controller is told why, with a fresh form.
     *
     * @throws Invalid with a complaint for {@code reason} if it is missing */
    @RolesAllowed(Roles.LEGAL)
    public void refuse(UUID id, long seen, String reason) {
        ReturnedFile file = mine(id);
        Contract contract = contracts.lock(file.contractId(), seen);
        file.refused(reason, me(), clock.instant());
        steps.sendBack(contract, "refusal", file.decisionReason().orElse(""));
    }

    private Map<String, Object> decided(Contract contract, ReturnedFile file) {
        Map<String, Object> facts = ReturnSteps.facts(contract, file);
        facts.put("reason", file.decisionReason().orElse(""));
        return facts;
    }

    private ReturnedFile mine(UUID id) {
        ReturnedFile file = returned.require(id);
        remit.require(contracts.require(file.contractId()).processor().id(), "returned-file", file.id(), UNKNOWN);
        return file;
    }

    private ReturnDetails details(ReturnedFile file) {
        Contract contract = contracts.require(file.contractId());
        ReturnProtocol protocol = ReturnProtocol.of(files.read(file.protocol()));
        return ReturnDetails.of(
                file, contract, protocol, LinkView.fields(contract, papers.template(contract)), papers.form(contract));
    }

    private Door door() {
        return actor.caller().filter(Caller::isProgram).isPresent() ? Door.API : Door.PAGE;
    }

    private String me() {
        return actor.caller().map(Caller::displayName).orElse("");
    }
}
