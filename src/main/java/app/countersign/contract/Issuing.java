package app.countersign.contract;

import app.countersign.access.Roles;
import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.terms.Conclusion;
import app.countersign.terms.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;

/** From nothing to a contract that is with the controller. */
@Stateless
public class Issuing {

    @Inject
    private OwnContracts own;

    @Inject
    private OwnTemplates templates;

    @Inject
    private Drafting drafting;

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
    @RolesAllowed(Roles.LEGAL)
    public UUID draft(NewContract wanted) {
        return drafted(wanted).id();
    }

    /** Makes a draft and sends it out in one step. */
    @RolesAllowed(Roles.LEGAL)
    public Issued issue(NewContract wanted) {
        return issued(drafted(wanted));
    }

    /** Sends a draft out: the document is made, and the controller gets a link to it. */
    @RolesAllowed(Roles.LEGAL)
    public Issued issue(UUID id) {
        return issued(own.lock(id));
    }

    /** Sends the invitation again, with a link that takes the place of all earlier ones. */
    @RolesAllowed(Roles.LEGAL)
    public Issued resend(UUID id) {
        Contract contract = own.lock(id);
        return invited(contract, contract.addresseeEmail());
    }

    /** As {@link #resend(UUID)}, to somebody else. */
    @RolesAllowed(Roles.LEGAL)
    public Issued resend(UUID id, String contactName, String email) {
        Contract contract = own.lock(id);
        EmailAddress before = contract.addresseeEmail();
        contract.readdress(Drafting.PERSON.optional("contactName", contactName), EmailAddress.require("email", email));
        return invited(contract, before);
    }

    /** From now on no link to that contract opens. */
    @RolesAllowed(Roles.LEGAL)
    public void revokeLinks(UUID id) {
        Contract contract = own.lock(id);
        links.revokeAll(contract);
        happened.fire(
                new ContractEvent.LinksRevoked(ContractEvent.Subject.of(contract), ContractEvent.facts(contract)));
    }

    private Contract drafted(NewContract wanted) {
        TemplateVersion version = templates
                .current(wanted.template())
                .orElseThrow(() -> Invalid.field("template", Reason.of("contract.complaint.template")));
        Contract contract = drafting.draft(wanted, version);
        happened.fire(new ContractEvent.ContractDrafted(
                ContractEvent.Subject.of(contract),
                ContractEvent.facts(contract, "template", version.code() + " " + version.label())));
        return contract;
    }

    private Issued issued(Contract contract) {
        Template template = papers.template(contract);
        Conclusion conclusion = template.conclusion();
        ZoneId zone = contract.processor().zone();
        contract.issue(new UnsignedPlan(template.unsigned(), zone), conclusion, clock.instant());
        ContractDocument document = papers.issue(contract);
        happened.fire(new ContractEvent.ContractIssued(
                ContractEvent.Subject.of(contract), ContractEvent.facts(contract, "document", document.sha256())));
        InForce.tell(contract, conclusion, happened);
        String url = correspondence.invite(contract);
        return new Issued(contract.id(), contract.number(), contract.state(), url);
    }

    private Issued invited(Contract contract, EmailAddress before) {
        Move.REMIND.require(contract.state());
        links.revokeAll(contract);
        String url = correspondence.invite(contract);
        happened.fire(new ContractEvent.InvitationSent(
                ContractEvent.Subject.of(contract),
                ContractEvent.facts(contract, "to", Change.of(before, contract.addresseeEmail()))));
        return new Issued(contract.id(), contract.number(), contract.state(), url);
    }
}
