package app.countersign.contract;

import app.countersign.document.Placement;
import app.countersign.document.StoredFile;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The steps in which a returned file is kept and settled, each in a transaction of its own, since judging it in between
 * takes long. The contract's row is locked while a file is settled: of two that come at once, the second finds the first.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class ReturnSteps {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int MOST_FINDINGS = 12;
    private static final int LONGEST_FINDING = 300;

    @Inject
    private Contracts contracts;

    @Inject
    private ReturnedFiles returned;

    @Inject
    private StoredFiles files;

    @Inject
    private Papers papers;

    @Inject
    private PageReading pages;

    @Inject
    private PersonalLinks links;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    StoredFile keep(byte[] file) {
        return files.store(file, "application/pdf");
    }

    byte[] read(String sha256) {
        return files.read(sha256);
    }

    /** The return that this file is already. */
    Optional<UUID> known(UUID contractId, String sha256) {
        return returned.same(contractId, sha256).map(ReturnedFile::id);
    }

    /** The form as it went out; empty for a contract that has not. */
    Optional<Assessing.Form> issued(UUID contractId) {
        Contract contract = contracts.require(contractId);
        List<Placement> signing =
                papers.form(contract).placement("controller.signature").stream().toList();
        return contracts
                .document(contractId, DocumentKind.ISSUED)
                .map(document -> new Assessing.Form(files.read(document.sha256()), signing));
    }

    /** The contract that a file claims to belong to, if there is one. */
    Optional<UUID> contract(Assessing.Claim claim) {
        return claim.id()
                .flatMap(contracts::byId)
                .or(() -> claim.number().flatMap(contracts::byNumber))
                .map(Contract::id);
    }

    /** Whose affair the contract is. */
    UUID processor(UUID contractId) {
        return contracts.require(contractId).processor().id();
    }

    String number(UUID contractId) {
        return contracts.require(contractId).number();
    }

    /** @throws app.countersign.kernel.NotFound if the link does not open */
    Returning.ByLink byLink(String token) {
        Contract contract = links.open(token).contract();
        String email = contract.addresseeEmail().value();
        String name = contract.addresseeName();
        return new Returning.ByLink(contract.id(), name.isEmpty() ? email : name, email);
    }

    /** Records the file with its verdict, and does what follows from it.
     *
     * @return the return's id */
    UUID settle(UUID contractId, StoredFile file, String name, Provenance from, Assessment assessment) {
        Contract contract = contracts.lock(contractId);
        Optional<ReturnedFile> same = returned.same(contractId, file.sha256());
        if (same.isPresent()) {
            return same.get().id();
        }
        ReturnPolicy.Course course = ReturnPolicy.of(looked(contract, from, assessment));
        ReturnProtocol protocol = new ReturnProtocol(clock.instant(), assessment, course.why());
        String kept = files.store(protocol.json(), "application/json").sha256();
        ReturnedFile one = new ReturnedFile(contract, file, name, from, assessment.verdict(), kept, clock.instant());
        one.settled(course.state(), course.letter() != ReturnPolicy.Letter.NONE);
        returned.add(one);
        happened.fire(new ContractEvent.FileReturned(ContractEvent.Subject.of(contract), facts(contract, one)));
        if (course.state() == ReturnState.TAKEN) {
            take(contract, one, pages.read(contract, entry(assessment)));
        }
        write(contract, course, assessment);
        return one.id();
    }

    private ReturnPolicy.Case looked(Contract contract, Provenance from, Assessment assessment) {
        Template template = papers.template(contract);
        boolean open = Move.RECORD.allowedIn(contract.state());
        return new ReturnPolicy.Case(
                assessment.verdict(),
                contract.state(),
                contract.milestones().expiredAt().isPresent(),
                template.conclusion().signed(),
                from.door(),
                from.sender().filter(sender -> !knows(contract, sender)).isPresent()
                        || from.door() == Door.MAIL && from.sender().isEmpty(),
                from.answers(),
                returned.letters(contract.id(), clock.instant().minus(A_DAY)),
                open && assessment.verdict() == ReturnVerdict.HONEST
                        ? incomplete(contract, template, assessment)
                        : List.of());
    }

    /** Whether mail to that contract's controller goes there, too. Letters of one address may be written either way. */
    private static boolean knows(Contract contract, EmailAddress sender) {
        return contract.addresseeEmail().value().equalsIgnoreCase(sender.value())
                || contract.controller().contacts().stream()
                        .anyMatch(contact -> contact.email().value().equalsIgnoreCase(sender.value()));
    }

    private List<Reason> incomplete(Contract contract, Template template, Assessment assessment) {
        Map<String, Reason> complaints = pages.complaints(contract, entry(assessment));
        return complaints.entrySet().stream()
                .map(complaint -> Reason.of(
                        "contract.return.field",
                        template.label(PageRules.PREFIX + complaint.getKey(), contract.language()),
                        complaint.getValue()))
                .toList();
    }

    static SignaturePage.Entry entry(Assessment assessment) {
        Map<String, String> values = assessment.values();
        return new SignaturePage.Entry(
                values.get("controller.company"),
                values.get("controller.address"),
                values.get("controller.person"),
                values.get("controller.position"),
                values.get("controller.place"),
                values.get("controller.date"));
    }

    /** What was filled in stands in the contract from now on; another file that stood there before does not. */
    @Transactional(TxType.MANDATORY)
    void take(Contract contract, ReturnedFile file, SignaturePage page) {
        returned.taken(contract.id()).filter(other -> other != file).ifPresent(ReturnedFile::superseded);
        contract.record(page, clock.instant());
        contracts.add(SignatureEvidence.sentBack(contract, page.person(), file, clock.instant()));
        Map<String, Object> facts = new LinkedHashMap<>(ContractEvent.facts(contract));
        facts.put("file", file.sha256());
        page.values(contract.language()).forEach(facts::put);
        happened.fire(new ContractEvent.SignaturePageRecorded(ContractEvent.Subject.of(contract), facts));
    }

    private void write(Contract contract, ReturnPolicy.Course course, Assessment assessment) {
        switch (course.letter()) {
            case ALTERED -> sendBack(contract, "altered", findings(contract, assessment));
            case UNREADABLE -> sendBack(contract, "unreadable", findings(contract, assessment));
            case TOO_LATE -> correspondence.tooLate(contract, course.why().get(0));
            case NONE -> {}
        }
    }

    /** Tells the controller what is not right, by letter and behind the link, with a fresh form. */
    @Transactional(TxType.MANDATORY)
    void sendBack(Contract contract, String words, String findings) {
        if (Move.SEND_BACK.allowedIn(contract.state())) {
            UnsignedPlan plan = new UnsignedPlan(
                    papers.template(contract).unsigned(), contract.processor().zone());
            contract.sendBack(Contract.REASON.clean(cut(findings, Contract.REASON.limit())), plan, clock.instant());
        }
        correspondence.sendBack(contract, words, findings, contracts.document(contract.id(), DocumentKind.ISSUED));
        happened.fire(new ContractEvent.ReturnRefused(
                ContractEvent.Subject.of(contract),
                ContractEvent.facts(contract, "reason", cut(findings, LONGEST_FINDING))));
    }

    /** Page and place of each finding, in the contract's language. */
    private static String findings(Contract contract, Assessment assessment) {
        return assessment.reasons().stream()
                .limit(MOST_FINDINGS)
                .map(reason -> "– " + cut(reason.in(contract.language()), LONGEST_FINDING))
                .collect(Collectors.joining("\n"));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    static Map<String, Object> facts(Contract contract, ReturnedFile file) {
        Map<String, Object> facts = new LinkedHashMap<>(ContractEvent.facts(contract));
        facts.put("verdict", KebabCase.of(file.verdict()));
        facts.put("outcome", KebabCase.of(file.state()));
        facts.put("door", KebabCase.of(file.door()));
        facts.put("person", file.broughtBy());
        facts.put("file", file.sha256());
        return facts;
    }
}
