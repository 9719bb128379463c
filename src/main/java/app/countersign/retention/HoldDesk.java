package app.countersign.retention;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.vault.Vault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is kept whatever a rule says. */
@Stateless
public class HoldDesk {

    private static final String UNKNOWN = "retention.refusal.unknown-hold";
    /** What lies outside is a slip, and no database could keep it. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    private static final PlainText REASON = PlainText.lines(1000);
    private static final PlainText PERSON = PlainText.line(200);

    @Inject
    private Holds holds;

    @Inject
    private Stores stores;

    @Inject
    private Controllers controllers;

    @Inject
    private Organisations organisations;

    @Inject
    private Vault vault;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Those of which the caller may know, ended ones too, the newest first. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Hold> all() {
        return holds.all().stream()
                .filter(hold -> remit.covers(hold.processorId()))
                .filter(hold -> remit.get().reaches(hold.placedAt(), hold.liftedAt()))
                .toList();
    }

    /** @throws NotFound if there is none, or none that the caller may know of */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Hold details(UUID id) {
        return visible(holds.byId(id));
    }

    /** Whom it keeps; only those may know who place holds. Empty if it is not about one person. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Optional<String> person(UUID id) {
        return holds.person(details(id));
    }

    /** Whose data alone it keeps, by name; empty if it is not about one controller. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Optional<String> controller(UUID id) {
        return details(id).controller().flatMap(organisations::byId).map(Organisation::name);
    }

    /**
     * From now on nothing of that goes.
     *
     * @throws Invalid with complaints by the entry's names
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Hold place(HoldEntry entry) {
        Optional<Store> store = store(entry.store());
        Organisation whose = store.isPresent()
                ? organisations.byId(store.get().processorId()).orElseThrow()
                : processor(entry.processor());
        String person = PERSON.optional("person", entry.person());
        Optional<UUID> controller = controller(entry.controller());
        LocalDate from = day("from", entry.from());
        LocalDate to = day("to", entry.to());
        LocalDate endsOn = day("endsOn", entry.endsOn());
        if (from != null && to != null && to.isBefore(from)) {
            throw Invalid.field("to", Reason.of("retention.complaint.before"));
        }
        if (endsOn != null && endsOn.isBefore(LocalDate.ofInstant(clock.instant(), whose.zone()))) {
            throw Invalid.field("endsOn", Reason.of("retention.complaint.past"));
        }
        if (store.isEmpty() && person.isEmpty() && controller.isEmpty() && from == null && to == null) {
            throw Invalid.field("person", Reason.of("retention.complaint.hold-what"));
        }
        String reason = REASON.require("reason", entry.reason());
        UUID id = UUID.randomUUID();
        byte[] concealed = person.isEmpty()
                ? null
                : vault.conceal(person.getBytes(StandardCharsets.UTF_8), ConcealedPersons.purposeOf(id));
        Hold hold = new Hold(
                id,
                whose.id(),
                store.map(Store::id),
                concealed,
                controller,
                from,
                to,
                reason,
                endsOn,
                actor.identity().name(),
                clock.instant());
        holds.add(hold);
        happened.fire(HoldEvent.of(HoldEvent.RetentionHoldPlaced::new, hold));
        return hold;
    }

    /** What it kept goes with the next run of its rule.
     *
     * @throws Refused if it was lifted already, or stands by itself */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public void lift(UUID id) {
        details(id);
        Hold hold = visible(holds.lock(id));
        if (hold.liftedAt().isPresent()) {
            throw Refused.because("retention.refusal.lifted");
        }
        hold.origin().ifPresent(origin -> {
            throw Refused.because("retention.refusal.hold-by-itself", origin.number());
        });
        hold.lift(actor.identity().name(), clock.instant());
        happened.fire(HoldEvent.of(HoldEvent.RetentionHoldLifted::new, hold));
    }

    private Optional<Store> store(String id) {
        if (StoreEntry.isMissing(id)) {
            return Optional.empty();
        }
        return Optional.of(id(id).flatMap(stores::byId)
                .filter(store -> remit.covers(store.processorId()))
                .orElseThrow(() -> Invalid.field("store", Reason.of(StoreDesk.UNKNOWN))));
    }

    private Organisation processor(String code) {
        return organisations
                .byCode(code == null ? "" : code.strip())
                .filter(one -> remit.covers(one.id()))
                .orElseThrow(() -> Invalid.field("processor", Reason.of("retention.complaint.processor")));
    }

    /** Only one that some store of the caller's tells apart. */
    private Optional<UUID> controller(String id) {
        if (StoreEntry.isMissing(id)) {
            return Optional.empty();
        }
        return Optional.of(controllers
                .named(id, remit::covers)
                .filter(wanted -> stores.all().stream()
                        .filter(store -> remit.covers(store.processorId()))
                        .flatMap(store -> stores.tenants(store.id()).stream())
                        .anyMatch(tenant -> tenant.controllerId().equals(wanted)))
                .orElseThrow(() -> Invalid.field("controller", Reason.of("retention.complaint.controller"))));
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(text).strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static LocalDate day(String field, String typed) {
        try {
            LocalDate day = StoreEntry.isMissing(typed) ? null : LocalDate.parse(typed.strip());
            if (day == null || day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Invalid.field(field, Reason.of("retention.complaint.day"));
        }
        throw Invalid.field(field, Reason.of("retention.complaint.day"));
    }

    private Hold visible(Optional<Hold> found) {
        Hold hold = found.orElseThrow(() -> NotFound.because(UNKNOWN));
        remit.require(hold.processorId(), "retention-hold", hold.id(), UNKNOWN);
        if (!remit.get().reaches(hold.placedAt(), hold.liftedAt())) {
            throw NotFound.because(UNKNOWN);
        }
        return hold;
    }
}
