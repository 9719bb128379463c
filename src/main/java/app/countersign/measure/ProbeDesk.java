package app.countersign.measure;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.FreshProof;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.SettingSources;
import app.countersign.kernel.Settings;
import app.countersign.terms.Span;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** What an installation looks at by itself, and what came of it. */
@Stateless
public class ProbeDesk {

    /** So many are looked at within their time. */
    static final int MOST = 200;

    private static final int MOST_MEASURES = 50;
    private static final Duration LEAST = Duration.ofMinutes(5);
    private static final int LONGEST_SPAN = 20;
    private static final PlainText LABEL = PlainText.line(100);
    private static final PlainText TARGET = PlainText.line(500);
    private static final PlainText EXPECTED = PlainText.line(300);

    @Inject
    private Probes probes;

    @Inject
    private Measures measures;

    @Inject
    private EvidenceItems items;

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

    /**
     * A probe to be made.
     *
     * @param target {@code host:port}, an https address, a folder, a name, or a database with a question to it
     * @param expected as {@link Expectation} reads it
     * @param every how often, five minutes at least: {@code PT1H}
     * @param measures that it proves, all of one processor
     */
    public record Entry(
            ProbeKind kind, String label, String target, String expected, String every, Collection<UUID> measures) {}

    /** Those of the processors that the caller answers for, by name. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public List<Probe> all() {
        return probes.all().stream()
                .filter(probe -> remit.covers(probe.processor()))
                .toList();
    }

    /**
     * From now on it is looked at.
     *
     * @throws Invalid with complaints for {@code kind}, {@code label}, {@code target}, {@code expected}, {@code every},
     *     {@code measures}
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Probe add(Entry entry) {
        if (entry.kind() == null) {
            throw Invalid.field("kind", Reason.of("measure.complaint.kind"));
        }
        requireMayAsk(entry.kind());
        Invalid.together(
                () -> LABEL.require("label", entry.label()),
                () -> target(entry),
                () -> expected(entry),
                () -> every(entry.every()),
                () -> proven(entry));
        List<Measure> proven = proven(entry);
        proof.require();
        if (probes.all().size() >= MOST) {
            throw Refused.because("measure.refusal.too-many-probes", MOST);
        }
        Probe probe = new Probe(
                proven.get(0).processor(),
                entry.kind(),
                LABEL.require("label", entry.label()),
                target(entry),
                expected(entry),
                every(entry.every()),
                proven.stream().map(Measure::id).toList(),
                clock.instant(),
                actor.identity().name());
        probes.add(probe);
        happened.fire(new ProbeEvent.ProbeAdded(probe));
        return probe;
    }

    private String target(Entry entry) {
        String target = TARGET.require("target", entry.target());
        judged("target", () -> judge(entry.kind(), target));
        return target;
    }

    private static String expected(Entry entry) {
        String expected = EXPECTED.require("expected", entry.expected());
        judged("expected", () -> Expectation.of(entry.kind(), expected));
        return expected;
    }

    private List<Measure> proven(Entry entry) {
        if (entry.measures().isEmpty() || entry.measures().size() > MOST_MEASURES) {
            throw Invalid.field("measures", Reason.of("measure.complaint.measures", MOST_MEASURES));
        }
        List<Measure> proven = new LinkedHashSet<>(entry.measures())
                .stream().map(measures::require).toList();
        if (proven.stream()
                .anyMatch(measure -> !measure.processor().equals(proven.get(0).processor()))) {
            throw Invalid.field("measures", Reason.of("measure.refusal.several-processors"));
        }
        return proven;
    }

    /** A question to a database is an administrator's to write, of all processors: a database knows no remit. */
    private void requireMayAsk(ProbeKind kind) {
        boolean administers = actor.caller()
                .filter(caller -> caller.roles().contains(Roles.ADMINISTRATOR))
                .isPresent();
        if (kind == ProbeKind.SQL && !(administers && remit.get().everyProcessor())) {
            throw Invalid.field("kind", Reason.of("measure.complaint.not-administrator"));
        }
    }

    /** An endpoint must lie outside, or in a network that the settings name; a folder or database in what they name. */
    private void judge(ProbeKind kind, String target) {
        switch (kind) {
            case FILE_AGE -> Expectation.folder(target, settings.probeFolder());
            case DNS -> Names.name(target);
            case SQL ->
                new Databases(SettingSources.ofServer())
                        .require(Databases.Question.read(target).name());
            default -> ProbeTarget.read(target).address(settings.probeNetworks());
        }
    }

    private static void judged(String field, Runnable judgement) {
        try {
            judgement.run();
        } catch (Refused e) {
            throw Invalid.field(field, e.reason());
        }
    }

    private static Span every(String text) {
        try {
            Span span = Span.of(String.valueOf(text).strip());
            Instant start = Instant.EPOCH;
            if (!span.immediate()
                    && !span.isEndless()
                    && span.toString().length() <= LONGEST_SPAN
                    && !span.after(start.atZone(ZoneOffset.UTC)).isBefore(start.plus(LEAST))) {
                return span;
            }
        } catch (DateTimeException e) {
            throw Invalid.field("every", Reason.of("measure.complaint.probe-every"));
        }
        throw Invalid.field("every", Reason.of("measure.complaint.probe-every"));
    }

    /** It is looked at within seconds.
     *
     * @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public void look(UUID id) {
        lock(id).soon(clock.instant());
    }

    /** It is looked at no more; what it found stays, and makes no light red.
     *
     * @throws NotFound if there is none that the caller may know of */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public void remove(UUID id) {
        Probe probe = lock(id);
        items.forget(probe.source());
        for (UUID measure : probe.measures().stream().sorted().toList()) {
            Measure proven = measures.lock(measure);
            proven.fails(items.isFailing(measure));
        }
        probes.remove(probe);
        happened.fire(new ProbeEvent.ProbeRemoved(probe));
    }

    private Probe lock(UUID id) {
        Probe probe = probes.lock(id).orElseThrow(() -> NotFound.because("measure.refusal.unknown-probe"));
        remit.require(probe.processor(), "probe", id, "measure.refusal.unknown-probe");
        return probe;
    }
}
