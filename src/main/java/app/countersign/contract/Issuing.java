package app.countersign.contract;

import app.countersign.access.Roles;
import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.party.Parties;
import app.countersign.terms.Conclusion;
import app.countersign.terms.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/** From nothing to a contract that is with the controller. */
@Stateless
public class Issuing {

    private static final PlainText PERSON = PlainText.line(200);

    @Inject
    private Contracts contracts;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Organisations organisations;

    @Inject
    private Parties parties;

    @Inject
    private Papers papers;

    @Inject
    private PersonalLinks links;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * What came of it.
     *
     * @param portalUrl the controller's personal link; shown once, since it is not kept
     */
    public record Issued(UUID id, String number, ContractState state, String portalUrl) {}

    /**
     * Makes a draft.
     *
     * @throws Invalid with complaints for {@code template}, {@code language}, {@code controller}, {@code email},
     *     {@code contactName} or {@code mainContractSignedOn}
     */
    @RolesAllowed({Roles.LEGAL, Roles.ADMINISTRATOR})
    public UUID draft(NewContract wanted) {
        return drafted(wanted).id();
    }

    /** Makes a draft and sends it out in one step. */
    @RolesAllowed({Roles.LEGAL, Roles.ADMINISTRATOR})
    public Issued issue(NewContract wanted) {
        return issued(drafted(wanted));
    }

    /** Sends a draft out: the document is made, and the controller gets a link to it. */
    @RolesAllowed({Roles.LEGAL, Roles.ADMINISTRATOR})
    public Issued issue(UUID id) {
        return issued(contracts.lock(id));
    }

    /** Sends the invitation again, with a link that takes the place of all earlier ones. */
    @RolesAllowed({Roles.LEGAL, Roles.ADMINISTRATOR})
    public Issued resend(UUID id) {
        Contract contract = contracts.lock(id);
        return invited(contract, contract.addresseeEmail());
    }

    /** As {@link #resend(UUID)}, to somebody else. */
    @RolesAllowed({Roles.LEGAL, Roles.ADMINISTRATOR})
    public Issued resend(UUID id, String contactName, String email) {
        Contract contract = contracts.lock(id);
        EmailAddress before = contract.addresseeEmail();
        contract.readdress(PERSON.optional("contactName", contactName), EmailAddress.require("email", email));
        return invited(contract, before);
    }

    /** From now on no link to that contract opens. */
    @RolesAllowed({Roles.LEGAL, Roles.ADMINISTRATOR})
    public void revokeLinks(UUID id) {
        Contract contract = contracts.lock(id);
        links.revokeAll(contract);
        happened.fire(new ContractEvent.LinksRevoked(id, ContractEvent.facts(contract)));
    }

    private Contract drafted(NewContract wanted) {
        TemplateVersion version = versions.current(wanted.template())
                .orElseThrow(() -> Invalid.field("template", Reason.of("contract.complaint.template")));
        Template template = versions.template(version);
        Organisation processor = organisations
                .byCode(template.processor())
                .orElseThrow(() -> Refused.because("contract.refusal.no-processor", template.processor()));
        EmailAddress email = EmailAddress.require("email", wanted.email());
        Contract.Parties both = new Contract.Parties(
                processor, controller(wanted), PERSON.optional("contactName", wanted.contactName()), email);
        Instant now = clock.instant();
        int year = now.atZone(processor.zone()).getYear();
        Contract contract = new Contract(
                contracts.nextNumber(template.prefix(), year), both, version, language(wanted, template, both), now);
        wanted.mainContractSignedOn()
                .ifPresent(day -> contract.recordMainContract(day, template.conclusion(), today(contract)));
        contracts.add(contract);
        happened.fire(new ContractEvent.ContractDrafted(
                contract.id(), ContractEvent.facts(contract, "template", version.code() + " " + version.label())));
        return contract;
    }

    private Organisation controller(NewContract wanted) {
        if (wanted.controllerId().isPresent()) {
            return organisations
                    .byId(wanted.controllerId().get())
                    .orElseThrow(() -> NotFound.because("party.refusal.unknown"));
        }
        return wanted.controller()
                .map(parties::registerOnce)
                .orElseThrow(() -> Invalid.field("controller", Reason.of("kernel.text.missing")));
    }

    private static Locale language(NewContract wanted, Template template, Contract.Parties both) {
        if (wanted.language().isPresent()) {
            Locale asked = Locale.forLanguageTag(wanted.language().get());
            return template.languages().stream()
                    .filter(l -> l.getLanguage().equals(asked.getLanguage()))
                    .findFirst()
                    .orElseThrow(() -> Invalid.field("language", Reason.of("contract.complaint.language")));
        }
        return template.wordsLanguage(both.controller().language());
    }

    private Issued issued(Contract contract) {
        Template template = papers.template(contract);
        Conclusion conclusion = template.conclusion();
        ZoneId zone = contract.processor().zone();
        contract.issue(new UnsignedPlan(template.unsigned(), zone), conclusion, clock.instant());
        ContractDocument document = papers.issue(contract);
        happened.fire(new ContractEvent.ContractIssued(
                contract.id(), ContractEvent.facts(contract, "document", document.sha256())));
        InForce.tell(contract, conclusion, happened);
        String url = correspondence.invite(contract);
        return new Issued(contract.id(), contract.number(), contract.state(), url);
    }

    private Issued invited(Contract contract, EmailAddress before) {
        Move.REMIND.require(contract.state());
        links.revokeAll(contract);
        String url = correspondence.invite(contract);
        happened.fire(new ContractEvent.InvitationSent(
                contract.id(), ContractEvent.facts(contract, "to", Change.of(before, contract.addresseeEmail()))));
        return new Issued(contract.id(), contract.number(), contract.state(), url);
    }

    private LocalDate today(Contract contract) {
        return LocalDate.now(clock.withZone(contract.processor().zone()));
    }
}
