package app.countersign.breach;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Moment;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reporting a breach or a suspicion, and saying more about it later. */
@Stateless
public class Reporting {

    /** So many controllers are found within the report itself, and more right after it, by a job. */
    static final int AT_ONCE = 100;

    private static final PlainText TITLE = PlainText.line(200);
    private static final PlainText LINE = PlainText.line(200);
    private static final PlainText CATEGORY = PlainText.line(100);
    private static final PlainText SYSTEMS = PlainText.lines(2000);
    private static final PlainText STORY = PlainText.lines(10_000);
    private static final int MOST_CATEGORIES = 30;

    /** The fact of that name. */
    private static final String SUB_PROCESSORS = "subProcessors";

    /** Where one of these changes, other contracts may be concerned. */
    private static final Set<String> NARROWING = Set.of("dataCategories", SUB_PROCESSORS);

    @Inject
    private Breaches breaches;

    @Inject
    private Searching searching;

    @Inject
    private Involved involved;

    @Inject
    private BreachClocks clocks;

    @Inject
    private OpenBreach open;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * We are aware of a breach: the controllers concerned are found, and the clocks run.
     *
     * @return its id
     * @throws Invalid with a complaint for each field that has one
     * @throws Moment.Ambiguous if the clocks show the given local time twice
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public UUID report(Report report) {
        Breach breach = drafted(report);
        aware(breach, report.awareAt(), report.occurredAt(), zone(report));
        return breach.id();
    }

    /** Something was noticed that may be a breach. Nobody is told yet; somebody must look by a time limit. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public UUID suspect(Report report) {
        Breach breach = drafted(report);
        clocks.startReview(breach, clock.instant());
        happened.fire(new BreachEvent.BreachSuspected(breach.id(), facts(breach)));
        return breach.id();
    }

    /**
     * A suspicion has become a breach.
     *
     * @param why it took longer than the review's time limit; may be empty where it did not
     */
    @RolesAllowed(Roles.DPO)
    public void becomeAware(UUID id, String awareAt, String occurredAt, String why) {
        Breach breach = breaches.lock(id);
        aware(breach, awareAt, occurredAt, breach.zone());
        deadlines.meet(
                id, BreachClocks.REVIEW, clock.instant(), actor.identity().name(), why);
    }

    /** A suspicion has turned out to be none. */
    @RolesAllowed(Roles.DPO)
    public void dismiss(UUID id, String why) {
        Breach breach = breaches.lock(id);
        breach.dismiss(why, clock.instant(), actor.identity().name());
        deadlines.meet(
                id, BreachClocks.REVIEW, clock.instant(), actor.identity().name(), why);
        happened.fire(new BreachEvent.BreachDismissed(id, BreachEvent.facts(breach)));
    }

    /**
     * Says more about it. What was told already stays as it was told; a further phase tells the rest (Art. 33(4) GDPR).
     * Where other data or another sub-processor is named, controllers are looked for again. Those found before stay: to
     * exclude them takes a person and a reason.
     *
     * @param seen the version that was looked at
     * @throws Refused if it has changed since, or has ended
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void amend(UUID id, long seen, Report report, String consequences, String measures) {
        Breach breach = breaches.lock(id);
        if (breach.version() != seen) {
            throw Refused.because("breach.refusal.changed-meanwhile");
        }
        Map<String, Object> before = told(breach);
        breach.amend(facts(report, STORY.optional("consequences", consequences), STORY.optional("measures", measures)));
        involved.name(breach, report.subProcessors());
        Map<String, Object> after = told(breach);
        happened.fire(BreachEvent.BreachAmended.of(breach, before, after));
        boolean other = NARROWING.stream().anyMatch(fact -> !after.get(fact).equals(before.get(fact)));
        if (other && breach.state() == BreachState.OPEN) {
            found(breach, searching.again(breach, AT_ONCE));
        }
    }

    private void found(Breach breach, long controllers) {
        happened.fire(
                new BreachEvent.ControllersFound(breach.id(), BreachEvent.facts(breach, "controllers", controllers)));
    }

    private Map<String, Object> told(Breach breach) {
        Map<String, Object> told = breach.facts().told();
        told.put(SUB_PROCESSORS, String.join(", ", involved.names(breach)));
        return told;
    }

    private Map<String, Object> facts(Breach breach) {
        Map<String, Object> facts = BreachEvent.facts(breach);
        List<String> names = involved.names(breach);
        if (!names.isEmpty()) {
            facts.put(SUB_PROCESSORS, String.join(", ", names));
        }
        return facts;
    }

    private Breach drafted(Report report) {
        Instant now = clock.instant();
        Set<UUID> processors = processors(report.processors());
        String number = breaches.nextNumber(now.atZone(settings.zone()).getYear());
        Breach breach = new Breach(
                number,
                facts(report, "", ""),
                zone(report),
                report.ownController(),
                processors,
                now,
                actor.identity().name());
        involved.name(breach, report.subProcessors());
        breaches.add(breach);
        return breach;
    }

    private void aware(Breach breach, String awareAt, String occurredAt, ZoneId zone) {
        Instant now = clock.instant();
        Instant aware = moment("awareAt", awareAt, zone).orElse(now);
        breach.becomeAware(aware, moment("occurredAt", occurredAt, zone).orElse(null), now);
        Map<String, Object> facts = facts(breach);
        facts.put("aware", aware);
        happened.fire(new BreachEvent.BreachReported(breach.id(), facts));
        open.hold(breach, actor.identity().name());
        found(breach, searching.begin(breach, AT_ONCE));
        if (breach.isOwnController()) {
            clocks.startTowardsAuthorities(breach);
        }
    }

    private static Facts facts(Report report, String consequences, String measures) {
        return new Facts(
                TITLE.require("title", report.title()),
                STORY.optional("description", report.description()),
                LINE.optional("noticedBy", report.noticedBy()),
                SYSTEMS.optional("systems", report.systems()),
                categories(report.dataCategories()),
                report.harms(),
                Extent.of("persons", report.persons().least(), report.persons().most()),
                Extent.of("records", report.records().least(), report.records().most()),
                consequences,
                measures);
    }

    private static List<String> categories(List<String> typed) {
        if (typed.size() > MOST_CATEGORIES) {
            throw Invalid.field("dataCategories", Reason.of("breach.complaint.too-many", MOST_CATEGORIES));
        }
        return typed.stream()
                .map(one -> CATEGORY.optional("dataCategories", one))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    /** Those that are named, or all that the caller answers for. */
    private Set<UUID> processors(List<String> codes) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Organisation processor : organisations.processors()) {
            boolean named = codes.isEmpty() || codes.contains(processor.code().orElse(""));
            if (named && remit.covers(processor.id())) {
                ids.add(processor.id());
            }
        }
        boolean unknown = !codes.isEmpty() && ids.size() < Set.copyOf(codes).size();
        if (ids.isEmpty() || unknown) {
            throw Invalid.field("processors", Reason.of("breach.complaint.processor"));
        }
        return ids;
    }

    private ZoneId zone(Report report) {
        try {
            return report.zone() == null || report.zone().isBlank()
                    ? settings.zone()
                    : ZoneId.of(report.zone().strip());
        } catch (DateTimeException e) {
            throw Invalid.field("zone", Reason.of("breach.complaint.zone"));
        }
    }

    private static Optional<Instant> moment(String field, String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Moment.read(text, zone));
        } catch (Moment.Ambiguous e) {
            throw e;
        } catch (Refused e) {
            throw Invalid.field(field, e.reason());
        }
    }
}
