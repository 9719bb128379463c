package app.countersign.contract;

import app.countersign.access.Actor;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the controller does with the personal link. The link's token is what lets one in, so everybody may call; a token
 * that does not open anything is answered alike, whatever is the matter with it.
 */
@Stateless
public class Signing {

    @Inject
    private PersonalLinks links;

    @Inject
    private Contracts contracts;

    @Inject
    private Papers papers;

    @Inject
    private PageReading pages;

    @Inject
    private CodeChecks codes;

    @Inject
    private StoredFiles files;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * What the page behind the link shows.
     *
     * @param reader the language of the page, which need not be that of the document
     * @throws NotFound if the link does not open
     */
    @PermitAll
    public LinkView open(String token, Locale reader) {
        PersonalLink link = links.open(token);
        Contract contract = link.contract();
        return LinkView.of(
                link, papers.template(contract), contracts.documents(contract.id()), reader, clock.instant());
    }

    /** The language of the contract behind the link; empty if the link does not open. */
    @PermitAll
    public Optional<Locale> language(String token) {
        return links.find(token).map(link -> link.contract().language());
    }

    /** What is wrong with the page as it is being filled in; empty when nothing is. */
    @PermitAll
    public Map<String, Reason> complaints(String token, SignaturePage.Entry entry) {
        return pages.complaints(links.open(token).contract(), entry);
    }

    /** A document of the contract, to be streamed from the store.
     *
     * @throws NotFound if there is no such document yet */
    @PermitAll
    public ContractDocument document(String token, DocumentKind kind) {
        Contract contract = links.open(token).contract();
        return contracts
                .document(contract.id(), kind)
                .orElseThrow(() -> NotFound.because("contract.refusal.no-document"));
    }

    /** Mails a one-time code to the address to which the link went.
     *
     * @throws Refused if the last one is too young */
    @PermitAll
    public void sendCode(String token) {
        PersonalLink link = links.lock(token);
        signable(link.contract());
        String code = Secret.code();
        link.sendsCode(code, clock.instant());
        customerActs(link.contract());
        correspondence.code(link, code);
    }

    /**
     * Signs. The same page sent twice is signed once, and answered alike.
     *
     * @throws Invalid with a complaint for each field, {@code signature} and {@code code} among them
     * @throws Refused if the contract can't be signed now
     */
    @PermitAll
    public void sign(
            String token,
            SignaturePage.Entry entry,
            SignatureInput signature,
            String code,
            SignatureEvidence.Origin origin) {
        Contract contract = contracts.lock(links.open(token).contract().id());
        PersonalLink link = links.open(token);
        if (isAlreadySigned(contract, entry)) {
            return;
        }
        signable(contract);
        SignaturePage page = pages.read(contract, entry);
        SignatureEvidence.Mark mark = signature.keep(files);
        codes.check(token, code).ifPresent(complaint -> {
            throw Invalid.field("code", complaint);
        });
        signed(contract, link, page, mark, origin);
    }

    private void signed(
            Contract contract,
            PersonalLink link,
            SignaturePage page,
            SignatureEvidence.Mark mark,
            SignatureEvidence.Origin origin) {
        String seen = contracts
                .document(contract.id(), DocumentKind.ISSUED)
                .map(ContractDocument::sha256)
                .orElse(null);
        contract.sign(page, clock.instant());
        contracts.add(SignatureEvidence.byLink(link, page.person(), mark, seen, origin, clock.instant()));
        customerActs(contract);
        Map<String, Object> facts = new LinkedHashMap<>(ContractEvent.facts(contract));
        facts.put("person", page.person());
        facts.put("how", app.countersign.kernel.KebabCase.of(mark.how()));
        facts.put("document", String.valueOf(seen));
        happened.fire(new ContractEvent.ContractSigned(contract.id(), facts));
    }

    /** A second click, a reload, Back and again: what is there is what was sent. */
    private boolean isAlreadySigned(Contract contract, SignaturePage.Entry entry) {
        if (contract.state() != ContractState.RETURNED || contract.page().isEmpty()) {
            return false;
        }
        Map<String, Reason> complaints = pages.complaints(contract, entry);
        return complaints.isEmpty() && contract.page().equals(Optional.of(pages.read(contract, entry)));
    }

    private void signable(Contract contract) {
        Template template = papers.template(contract);
        if (!template.conclusion().signed()) {
            throw Refused.because("contract.refusal.nobody-signs");
        }
        Move.SIGN.require(contract.state());
    }

    private void customerActs(Contract contract) {
        String email = contract.addresseeEmail().value();
        actor.isCustomer(contract.addresseeName().isEmpty() ? email : contract.addresseeName(), email);
    }
}
