package app.countersign.contract;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.document.StoredFile;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Parties;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes in contracts that were concluded elsewhere: from then on their terms count here like those of any other that is
 * in force. The same events tell of it, so that whoever keeps promises need not know where a contract comes from; what
 * its terms would have demanded before is past, and starts nothing.
 */
@ApplicationScoped
@Transactional
public class PaperIntake {

    /** What the key of a program that takes contracts in must be made for, by whichever way. */
    public static final String SCOPE = "countersign";

    @Inject
    private Contracts contracts;

    @Inject
    private OwnTemplates templates;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Drafting drafting;

    @Inject
    private Parties parties;

    @Inject
    private StoredFiles files;

    @Inject
    private EndClocks clocks;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Why nobody could read that as a PDF; empty if it can be read. */
    public static Optional<Reason> unreadable(byte[] pdf) {
        try {
            ReturnDesk.readable(pdf);
            return Optional.empty();
        } catch (Invalid e) {
            return e.complaints().values().stream().findFirst();
        }
    }

    /** All that keeps it from being taken in; empty when nothing does. Changes nothing. */
    public Map<String, Reason> complaints(PaperContract wanted) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        NewContract contract = wanted.contract();
        collect(complaints, () -> version(wanted));
        collect(complaints, () -> EmailAddress.require("email", contract.email()));
        collect(complaints, () -> Drafting.PERSON.optional("contactName", contract.contactName()));
        if (contract.controllerId().isEmpty() && contract.controller().isEmpty()) {
            complaints.put("controller", Reason.of("kernel.text.missing"));
        }
        if (complaints.containsKey("template") || complaints.containsKey("revision")) {
            return complaints;
        }
        collect(complaints, () -> language(wanted));
        if (!complaints.containsKey("language")) {
            complaints.putAll(rules(wanted).complaints(wanted.paper()));
            complaints.putAll(doubles(wanted));
        }
        return complaints;
    }

    private interface Part {
        void read();
    }

    private static void collect(Map<String, Reason> complaints, Part part) {
        try {
            part.read();
        } catch (Invalid e) {
            complaints.putAll(e.complaints());
        }
    }

    /** The version whose terms it follows, which need not be on offer any more. */
    private TemplateVersion version(PaperContract wanted) {
        String code = wanted.contract().template() == null
                ? ""
                : wanted.contract().template().strip();
        Optional<TemplateVersion> current = templates.current(code);
        if (wanted.revision().isEmpty()) {
            return current.orElseThrow(() -> Invalid.field("template", Reason.of("contract.complaint.template")));
        }
        List<TemplateVersion> all = templates.of(code);
        if (all.isEmpty()) {
            throw Invalid.field("template", Reason.of("contract.complaint.template"));
        }
        return all.stream()
                .filter(version -> version.revision() == wanted.revision().get())
                .findFirst()
                .orElseThrow(() -> Invalid.field("revision", Reason.of("contract.refusal.unknown-version")));
    }

    private Locale language(PaperContract wanted) {
        Template template = versions.template(version(wanted));
        return template.wordsLanguage(Drafting.language(wanted.contract(), template, template.bindingLanguage()));
    }

    private PaperRules rules(PaperContract wanted) {
        Template template = versions.template(version(wanted));
        Organisation processor = drafting.processor(template);
        return new PaperRules(
                template.conclusion(),
                language(wanted),
                named(wanted.contract()),
                wanted.contract().mainContractSignedOn().orElse(null),
                drafting.today(processor));
    }

    private SignaturePage.Entry named(NewContract contract) {
        return contract.controllerId()
                .map(parties::organisation)
                .map(one -> new SignaturePage.Entry(one.name(), one.address(), null, null, null, null))
                .or(() -> contract.controller()
                        .map(one -> new SignaturePage.Entry(one.name(), one.address(), null, null, null, null)))
                .orElseGet(() -> new SignaturePage.Entry(null, null, null, null, null, null));
    }

    /** A contract that is here already, by its reference or by its parties, template and day. */
    private Map<String, Reason> doubles(PaperContract wanted) {
        Map<String, Reason> doubles = new LinkedHashMap<>();
        TemplateVersion version = version(wanted);
        Organisation processor = drafting.processor(versions.template(version));
        Optional.ofNullable(wanted.paper().reference())
                .filter(reference -> !reference.isBlank())
                .flatMap(reference -> contracts.withReference(processor, reference))
                .ifPresent(known ->
                        doubles.put("reference", Reason.of("contract.complaint.reference-known", known.number())));
        PaperRules rules = rules(wanted);
        if (!rules.complaints(wanted.paper()).isEmpty()) {
            return doubles;
        }
        controller(wanted.contract())
                .flatMap(id -> contracts.concluded(processor, id, version.code(), rules.read(wanted.paper())))
                .ifPresent(known ->
                        doubles.put("concludedOn", Reason.of("contract.complaint.concluded-known", known.number())));
        return doubles;
    }

    private Optional<UUID> controller(NewContract contract) {
        return contract.controllerId()
                .or(() -> contract.controller()
                        .flatMap((OrganisationDetails details) -> parties.same(details))
                        .map(Organisation::id));
    }

    /** As {@link #take(PaperContract, Optional)}, with a paper that is not stored yet; null for none. */
    Contract take(PaperContract wanted, byte[] pdf) {
        return take(wanted, Optional.ofNullable(pdf).map(this::keep));
    }

    private StoredFile keep(byte[] pdf) {
        return files.store(pdf, "application/pdf");
    }

    /**
     * Takes it in: it is in force.
     *
     * @param pdf its paper, stored; empty if that is added later
     * @throws Invalid with all there is to complain of; nothing has changed then
     */
    public Contract take(PaperContract wanted, Optional<StoredFile> pdf) {
        contracts.inTurn(drafting.processor(versions.template(version(wanted))));
        Map<String, Reason> complaints = complaints(wanted);
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
        Paper paper = rules(wanted).read(wanted.paper());
        Contract contract = drafting.draft(wanted.contract(), version(wanted));
        contract.takeIn(
                new TakenIn(paper, me(), pdf.isPresent(), clock.instant()),
                paper.signed(),
                paper.effectiveOn(),
                paper.endsOn());
        pdf.ifPresent(file -> contracts.add(document(contract, file)));
        tell(contract, paper, pdf);
        return contract;
    }

    private void tell(Contract contract, Paper paper, Optional<StoredFile> pdf) {
        Map<String, Object> facts = ContractEvent.facts(contract);
        facts.put(
                "template",
                contract.template().code() + " " + contract.template().label());
        facts.put("concludedOn", paper.concludedOn().toString());
        facts.put("effectiveOn", paper.effectiveOn().toString());
        put(facts, "reason", paper.earlyReason());
        put(facts, "reference", paper.reference());
        pdf.ifPresent(file -> facts.put("document", file.sha256()));
        contract.endsOn().map(LocalDate::toString).ifPresent(day -> facts.put("endsOn", day));
        contract.page().ifPresent(page -> put(facts, "controller.person", page.person()));
        contract.processorSignature().ifPresent(signature -> put(facts, "signatory", signature.person()));
        happened.fire(new ContractEvent.ContractTakenIn(ContractEvent.Subject.of(contract), facts));
        InForce.tell(contract, versions.template(contract.template()).conclusion(), happened);
        contract.endsOn()
                .ifPresent(day -> clocks.start(contract, new PlannedEnd(day, Optional.empty(), Optional.empty())));
    }

    private static void put(Map<String, Object> facts, String name, String value) {
        if (value != null && !value.isEmpty()) {
            facts.put(name, value);
        }
    }

    /**
     * The paper of a contract that was taken in without it. It can be added once.
     *
     * @throws app.countersign.kernel.Refused if it is there already, or the contract came about here
     */
    void add(Contract contract, byte[] pdf) {
        contract.paperKept();
        StoredFile file = keep(pdf);
        contracts.add(document(contract, file));
        happened.fire(new ContractEvent.PaperAdded(
                ContractEvent.Subject.of(contract), ContractEvent.facts(contract, "document", file.sha256())));
    }

    private ContractDocument document(Contract contract, StoredFile file) {
        return new ContractDocument(contract, DocumentKind.CONCLUDED, file, clock.instant());
    }

    private String me() {
        return actor.caller().map(Caller::displayName).orElse("");
    }
}
