package app.countersign.party;

import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.AccessRefused;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Refused;
import app.countersign.kernel.RefusedAttempts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looking after organisations and the people to reach there. */
@Stateless
public class Parties {

    private static final PlainText PERSON = PlainText.line(200);
    private static final PlainText PHONE = PlainText.line(40);
    private static final int LARGEST_PAGE = 200;
    private static final String KIND = "organisation";
    private static final String UNKNOWN = "party.refusal.unknown";

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    @Inject
    private RefusedAttempts attempts;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * A page of a list.
     *
     * @param next what to ask with for the page after this one; empty on the last
     */
    public record Page(List<Organisation> items, Optional<UUID> next) {}

    /** As one types: at most that many organisations with words that begin so. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public List<Organisation> find(String typed, int limit) {
        return organisations.find(typed, Math.min(limit, LARGEST_PAGE), remit.get());
    }

    /** By name, the page after that organisation. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Page page(Optional<UUID> after, int limit) {
        int size = Math.min(Math.max(limit, 1), LARGEST_PAGE);
        Optional<Organisations.PageKey> key =
                after.map(this::known).map(o -> new Organisations.PageKey(o.name(), o.id()));
        List<Organisation> rows = organisations.page(key, size + 1, remit.get());
        boolean more = rows.size() > size;
        List<Organisation> items = more ? rows.subList(0, size) : rows;
        return new Page(
                List.copyOf(items), more ? Optional.of(items.get(size - 1).id()) : Optional.empty());
    }

    /** @throws NotFound if there is none */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR})
    public Organisation organisation(UUID id) {
        Organisation found = known(id);
        found.contacts().size();
        return found;
    }

    /** The organisations that templates name, as far as the caller answers for them. */
    @RolesAllowed({Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public List<Organisation> processors() {
        return organisations.processors().stream()
                .filter(processor -> remit.covers(processor.id()))
                .toList();
    }

    /** Which organisations may be that one already, and why one might think so. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public List<PossibleDuplicate> possibleDuplicates(String name, String registerNumber, String email) {
        Likeness likeness = new Likeness(
                OrganisationDetails.NAME.clean(name),
                OrganisationDetails.REGISTER_NUMBER.clean(registerNumber),
                EmailAddress.parse(email));
        return organisations.alike(likeness, remit.get()).stream()
                .map(o -> new PossibleDuplicate(o.id(), o.name(), o.country().code(), likeness.reasons(o)))
                .toList();
    }

    /**
     * Enters an organisation; possible duplicates are the caller's to show before. It is known to the caller's
     * processors; entered by somebody who answers for all, to none until a contract is made.
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public Organisation register(OrganisationDetails details) {
        Organisation organisation = add(new Organisation(details, clock.instant()));
        organisations.processors().stream()
                .filter(processor -> !remit.get().everyProcessor() && remit.covers(processor.id()))
                .forEach(processor -> organisations.knownTo(organisation, processor));
        return organisation;
    }

    /**
     * Enters an organisation for a processor, or finds the one of which exactly the same is known already: known to the
     * caller, who learns nothing of others'.
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public Organisation registerOnce(OrganisationDetails details, Organisation processor) {
        Organisation organisation = organisations
                .same(details, remit.get())
                .orElseGet(() -> add(new Organisation(details, clock.instant())));
        organisations.knownTo(organisation, processor);
        return organisation;
    }

    /** The organisation that {@link #registerOnce} would find; empty if it would enter a new one. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public Optional<Organisation> same(OrganisationDetails details) {
        return organisations.same(details, remit.get());
    }

    /**
     * Enters an organisation that templates name, or amends the one that is there.
     *
     * @param zone of its seat
     * @throws NotFound for somebody who does not answer for it, whether it is there or not
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public Organisation registerProcessor(String code, OrganisationDetails details, ZoneId zone) {
        Optional<Organisation> known = organisations.byCode(code);
        UUID id = known.map(Organisation::id).orElse(null);
        remit.require(id, KIND, id == null ? AccessRefused.NOTHING : id, UNKNOWN);
        known.ifPresent(o -> {
            o.keepsTime(zone);
            change(o, details);
        });
        return known.orElseGet(() -> {
            Organisation processor = add(new Organisation(code, details, zone, clock.instant()));
            organisations.knownTo(processor, processor);
            return processor;
        });
    }

    /**
     * Changes what is known of it.
     *
     * @param version of the organisation that was looked at while changing it
     * @throws Refused if somebody has changed it since
     */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void amend(UUID id, long version, OrganisationDetails details) {
        Organisation organisation = changeable(id);
        if (organisation.version() != version) {
            throw Refused.because("party.refusal.changed-meanwhile");
        }
        change(organisation, details);
    }

    /** Adds a person to reach. Name and phone may be empty. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO, Roles.SYSTEM})
    public UUID addContact(UUID id, ContactKind kind, String name, String email, String phone) {
        Organisation organisation = changeable(id);
        Map<String, Object> before = OrganisationRegistered.facts(organisation);
        Contact contact = organisation.addContact(
                kind,
                PERSON.optional("name", name),
                EmailAddress.require("email", email),
                PHONE.optional("phone", phone));
        happened.fire(OrganisationAmended.of(before, organisation));
        return contact.id();
    }

    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void removeContact(UUID id, UUID contactId) {
        Organisation organisation = changeable(id);
        Map<String, Object> before = OrganisationRegistered.facts(organisation);
        organisation.removeContact(contactId);
        happened.fire(OrganisationAmended.of(before, organisation));
    }

    private Organisation add(Organisation organisation) {
        organisations.add(organisation);
        happened.fire(OrganisationRegistered.of(organisation));
        return organisation;
    }

    private void change(Organisation organisation, OrganisationDetails details) {
        Map<String, Object> before = OrganisationRegistered.facts(organisation);
        organisation.amend(details);
        organisations.reindex(organisation);
        happened.fire(OrganisationAmended.of(before, organisation));
    }

    /** A processor may be known to others as their customer; it is changed by its own people only. */
    private Organisation changeable(UUID id) {
        Organisation organisation = known(id);
        if (organisation.code().isPresent()) {
            remit.require(id, KIND, id, UNKNOWN);
        }
        return organisation;
    }

    private Organisation known(UUID id) {
        Organisation organisation = organisations.byId(id).orElseThrow(() -> NotFound.because(UNKNOWN));
        if (!organisations.isKnown(id, remit.get())) {
            attempts.foreign(KIND, id, null);
            throw NotFound.because(UNKNOWN);
        }
        return organisation;
    }
}
