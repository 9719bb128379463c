package app.countersign.retention;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.FreshProof;
import app.countersign.access.Roles;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One person's data, erased in every store. */
@Stateless
public class ErasureDesk {

    static final String UNKNOWN = "retention.refusal.unknown-erasure";

    /** Nothing was asked for from then on. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final PlainText PERSON = PlainText.line(200);

    @Inject
    private Erasures erasures;

    @Inject
    private Runs runs;

    @Inject
    private Rules rules;

    @Inject
    private Stores stores;

    @Inject
    private HandDeletions deletions;

    @Inject
    private HandOrders orders;

    @Inject
    private Ledger ledger;

    @Inject
    private Controllers controllers;

    @Inject
    private Organisations organisations;

    @Inject
    private Pseudonyms pseudonyms;

    @Inject
    private StoredFiles files;

    @Inject
    private CallersRemit remit;

    @Inject
    private FreshProof proof;

    @Inject
    private Settings settings;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The last ones of which the caller may know. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Erasure> newest(int most) {
        if (!remit.get().everyProcessor() && remit.get().processors().isEmpty()) {
            return List.of();
        }
        return erasures.newest(
                remit.get().everyProcessor() ? List.of() : remit.get().processors(),
                remit.get().since().orElse(Instant.EPOCH),
                remit.get().before().orElse(LATEST),
                most);
    }

    /** @throws NotFound if there is none, or none that the caller may know of */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Erasure details(UUID id) {
        return visible(erasures.byId(id));
    }

    /** What is done for it: a run for each rule. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Run> runs(UUID id) {
        return runs.ofErasure(details(id).id());
    }

    /** What people do for it, where no program of ours reaches. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<HandDeletion> byHand(UUID id) {
        return deletions.ofErasure(details(id).id());
    }

    /** Where people will have to delete once it is approved. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Store> toReachByHand(UUID id) {
        Erasure erasure = details(id);
        return erasure.approvedAt().isPresent() || erasure.endedAt().isPresent()
                ? List.of()
                : stores.byHand(erasure.processorId());
    }

    /** Where all of it together stands. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public RunState state(UUID id) {
        return details(id).state(runs.ofErasure(id), deletions.ofErasure(id));
    }

    /** Whether something of it can be approved now, whatever the rest does. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public boolean isWaiting(UUID id) {
        return details(id).endedAt().isEmpty()
                && (state(id) == RunState.WAITING
                        || runs.ofErasure(id).stream().anyMatch(run -> run.state() == RunState.WAITING));
    }

    /** Until when it is to be approved; empty if nothing waits for that. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Optional<Instant> lapsesAt(Erasure erasure) {
        return erasure.lapsesAt(runs.ofErasure(erasure.id()), settings.erasureWait());
    }

    /** Whose data alone is meant, by name; empty for every controller's. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Optional<String> controller(UUID id) {
        return details(id).controller().flatMap(organisations::byId).map(Organisation::name);
    }

    /** How the stores call the person; only those may know who have to look. None once it is over. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public List<String> persons(UUID id) {
        return erasures.persons(details(id));
    }

    /** Rules of that processor that don't tell persons apart: what they are about is not reached. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Rule> unreached(UUID processor) {
        return remit.covers(processor) ? rules.blindTo(processor) : List.of();
    }

    /**
     * Has each rule that tells persons apart counted for this one. A second person approves what was found.
     *
     * @throws Invalid with complaints by the entry's names
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Erasure ask(ErasureEntry entry) {
        Organisation processor = organisations
                .byCode(entry.processor() == null ? "" : entry.processor().strip())
                .filter(one -> remit.covers(one.id()))
                .orElseThrow(() -> Invalid.field("processor", Reason.of("retention.complaint.processor")));
        List<String> persons = entry.named();
        Optional<UUID> controller = controller(processor, entry.controller());
        String clause = entry.cited();
        String reason = entry.why();
        List<Rule> reached = rules.tellingPersons(processor.id());
        if (reached.isEmpty() && stores.byHand(processor.id()).isEmpty()) {
            throw Invalid.field("processor", Reason.of("retention.complaint.no-subject", processor.name()));
        }
        Instant now = clock.instant();
        Person by = Person.acting(actor);
        UUID id = UUID.randomUUID();
        Erasure erasure = new Erasure(
                id,
                processor.id(),
                controller,
                erasures.concealed(id, persons),
                persons.stream().map(this::hash).toList(),
                clause,
                reason,
                by,
                now);
        erasures.add(erasure);
        List<Run> begun = new ArrayList<>();
        reached.forEach(rule -> begun.add(ledger.erase(rule, erasure, by, now)));
        happened.fire(ErasureEvent.of(ErasureEvent.RetentionErasureAsked::new, erasure, begun, List.of()));
        return erasure;
    }

    private String hash(String person) {
        return pseudonyms.of("retention-person", person);
    }

    /** Only one that some store of the processor's tells apart. */
    private Optional<UUID> controller(Organisation processor, String typed) {
        if (StoreEntry.isMissing(typed)) {
            return Optional.empty();
        }
        return Optional.of(controllers
                .named(typed, processor.id()::equals)
                .filter(wanted -> stores.all().stream()
                        .filter(store -> store.processorId().equals(processor.id()))
                        .flatMap(store -> stores.tenants(store.id()).stream())
                        .anyMatch(tenant -> tenant.controllerId().equals(wanted)))
                .orElseThrow(() -> Invalid.field("controller", Reason.of("retention.complaint.controller"))));
    }

    /**
     * A second person has looked at what was found: it begins, and people have to delete where only they reach. What is
     * still being counted waits for an approval of its own.
     *
     * @throws Refused if nothing waits, or the person is not a second one
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Erasure approve(UUID id) {
        List<Run> locked = locked(id);
        Erasure erasure = visible(erasures.lock(id));
        Person person = Person.acting(actor);
        if (erasure.askerId().equals(person.id())) {
            throw Refused.because("retention.refusal.second-person");
        }
        List<Run> waiting =
                locked.stream().filter(run -> run.state() == RunState.WAITING).toList();
        if (!isWaiting(id)) {
            throw Refused.because("retention.refusal.state", state(id).label());
        }
        proof.require();
        Instant now = clock.instant();
        for (Run run : waiting) {
            Rule rule = rules.byId(run.ruleId()).orElseThrow();
            if (rule.revision() != run.revision()) {
                throw Refused.because("retention.refusal.rule-changed");
            }
            run.approve(person, now);
        }
        if (erasure.approvedAt().isEmpty()) {
            stores.byHand(erasure.processorId()).forEach(store -> orders.order(processorOf(erasure), store, erasure));
        }
        erasure.approve(person, now);
        ledger.over(id);
        happened.fire(
                ErasureEvent.of(ErasureEvent.RetentionErasureApproved::new, erasure, locked, deletions.ofErasure(id)));
        return erasure;
    }

    /** Ends it: what is gone stays gone, the rest stays. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Erasure stop(UUID id) {
        List<Run> locked = locked(id);
        Erasure erasure = visible(erasures.lock(id));
        if (erasure.endedAt().isPresent()) {
            throw Refused.because("retention.refusal.state", state(id).label());
        }
        Person person = Person.acting(actor);
        List<Run> open = locked.stream().filter(run -> run.state().isOpen()).toList();
        open.forEach(run -> run.stop(person, clock.instant()));
        open.forEach(run -> ledger.ended(run, RunEvent.RetentionRunStopped::new));
        String why = Texts.of(processorOf(erasure).language()).text("deletion.order.person-stopped");
        deletions.ofErasure(id).stream()
                .map(deletion -> deletions.lock(deletion.id()))
                .filter(HandDeletion::isOpen)
                .forEach(deletion -> orders.drop(deletion, why, person.name()));
        erasure.end(clock.instant());
        happened.fire(
                ErasureEvent.of(ErasureEvent.RetentionErasureStopped::new, erasure, locked, deletions.ofErasure(id)));
        return erasure;
    }

    private Organisation processorOf(Erasure erasure) {
        return organisations.byId(erasure.processorId()).orElseThrow();
    }

    /** Runs before the erasure, and that before what people do for it, as everybody locks them. */
    private List<Run> locked(UUID id) {
        details(id);
        return runs.ofErasure(id).stream()
                .map(Run::id)
                .sorted()
                .map(run -> runs.lock(run).orElseThrow())
                .toList();
    }

    /** Whether it was that person, by the keyed hashes. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public boolean concerns(UUID id, String person) {
        Erasure erasure = details(id);
        return erasure.hashes().contains(hash(PERSON.require("person", person)));
    }

    /** @throws NotFound as long as there is none */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public byte[] protocol(UUID id, boolean asPdf) {
        Erasure erasure = details(id);
        return files.read((asPdf ? erasure.protocolPdf() : erasure.protocolJson())
                .orElseThrow(() -> NotFound.because("retention.refusal.no-protocol")));
    }

    private Erasure visible(Optional<Erasure> found) {
        Erasure erasure = found.orElseThrow(() -> NotFound.because(UNKNOWN));
        remit.require(erasure.processorId(), "retention-erasure", erasure.id(), UNKNOWN);
        if (!remit.get().reaches(erasure.askedAt(), erasure.endedAt())) {
            throw NotFound.because(UNKNOWN);
        }
        return erasure;
    }
}
