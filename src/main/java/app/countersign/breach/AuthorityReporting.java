package app.countersign.breach;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Moment;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.terms.Law;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reporting a breach to the supervisory authority (Art. 33 GDPR, Art. 24 FADP): for our own data, or for a controller on
 * its instruction. What is known is written into a report at any time; noting that it was sent keeps it as it was then and
 * ends our own clock.
 */
@Stateless
public class AuthorityReporting {

    private static final PlainText LINE = PlainText.line(200);
    private static final PlainText WHY = PlainText.lines(1000);
    private static final PlainText CATEGORIES = PlainText.lines(2000);
    private static final PlainText CONTACT = PlainText.lines(500);

    @Inject
    private Breaches breaches;

    @Inject
    private AuthorityReports reports;

    @Inject
    private AuthorityDrafts drafts;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Authorities authorities;

    @Inject
    private StoredFiles files;

    @Inject
    private Law law;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Whose report is meant.
     *
     * @param processor code of the one of ours that reports; empty for the first one of the breach's, by name
     * @param concern id of the concern of a controller on whose instruction it is done; empty for our own data
     * @param authority id of the one that was chosen; empty for the one that is proposed
     */
    public record Which(String processor, String concern, String authority) {

        public static final Which OURS = new Which("", "", "");
    }

    /**
     * What was sent, as it was typed.
     *
     * @param at when: an instant, or a local time; empty for now
     * @param phase {@code initial}, {@code further}, {@code final}; empty for the one that is next
     * @param channel {@code portal}, {@code mail}, {@code post}, {@code telephone}
     * @param reference the authority's own number; may be empty
     * @param delayReasons why it is late; demanded once the period has expired
     * @param instruction on what instruction of the controller; demanded for a controller
     * @param seen the version of the breach that the report was made from; null if that does not matter
     */
    public record Sent(
            String at,
            String phase,
            String channel,
            String reference,
            String delayReasons,
            String instruction,
            Long seen) {}

    /** All authorities that there are, for a person to choose another than is proposed. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Authority> authorities() {
        return authorities.on(clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** Those of the breach's processors that the caller answers for, by name. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Organisation> processors(UUID breachId) {
        return drafts.processors(breaches.require(breachId));
    }

    /**
     * The next report as it would be sent now.
     *
     * @param language of the report; empty for that of the controller
     * @throws Refused if it is not ours to send
     * @throws Invalid if the processor, the controller or the authority is none that there is
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public AuthorityDraft draft(UUID breachId, Which which, Optional<Locale> language) {
        Breach breach = breaches.require(breachId);
        return drafts.draft(breach, drafts.responsible(breach, which), which, language);
    }

    /** The same as data. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public JsonObject json(UUID breachId, Which which, Optional<Locale> language) {
        return paper(draft(breachId, which, language)).json();
    }

    /** The same as PDF/A. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public byte[] pdf(UUID breachId, Which which, Optional<Locale> language) {
        AuthorityPaper paper = paper(draft(breachId, which, language));
        return paper.pdf(AuthorityPaper.bytes(paper.json()));
    }

    private AuthorityPaper paper(AuthorityDraft draft) {
        AuthorityReport.Sending unsent = new AuthorityReport.Sending(
                clock.instant(), draft.phase(), draft.authority().orElse(null), null, "", "", "");
        return new AuthorityPaper(draft, unsent, "", law);
    }

    /** What only authorities ask. It stands in every report from now on, not in those that were sent. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void supplement(UUID breachId, String personCategories, String duration, String contact) {
        Breach breach = breaches.lock(breachId);
        breach.requireOpen();
        Supplement kept = reports.keptSupplement(breachId);
        Map<String, Object> before = kept.told();
        kept.amend(
                CATEGORIES.optional("personCategories", personCategories),
                LINE.optional("duration", duration),
                CONTACT.optional("contact", contact));
        happened.fire(BreachEvent.BreachAmended.of(breach, before, kept.told()));
    }

    /** What is noted of that. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public Supplement supplement(UUID breachId) {
        breaches.require(breachId);
        return reports.supplement(breachId);
    }

    /**
     * The report was sent: it is kept as it was, and our clock towards the authority ends.
     *
     * @return what is kept
     * @throws Invalid if something is missing, as the reasons once the period has expired (Art. 33(1) GDPR)
     * @throws Refused if it is not ours to send, or the facts have changed since it was made
     */
    @RolesAllowed(Roles.DPO)
    public AuthorityReport send(UUID breachId, Which which, Sent typed, Optional<Locale> language) {
        Breach breach = breaches.lock(breachId);
        breach.requireOpen();
        if (typed.seen() != null && typed.seen() != breach.version()) {
            throw Refused.because("breach.refusal.changed-meanwhile");
        }
        Responsible responsible = drafts.responsible(breach, which);
        AuthorityDraft draft = drafts.draft(breach, responsible, which, language);
        AuthorityReport.Sending sending = sending(draft, typed);
        String by = actor.identity().name();
        AuthorityPaper paper = new AuthorityPaper(draft, sending, by, law);
        byte[] json = AuthorityPaper.bytes(paper.json());
        AuthorityReport report = new AuthorityReport(
                draft,
                responsible,
                sending,
                files.store(paper.pdf(json), "application/pdf").sha256(),
                files.store(json, "application/json").sha256(),
                clock.instant(),
                by);
        reports.add(report);
        if (responsible.concern().isEmpty()) {
            deadlines.meet(
                    breachId,
                    responsible.processorId(),
                    BreachClocks.AUTHORITY,
                    sending.at(),
                    by,
                    sending.delayReasons());
        }
        happened.fire(new BreachEvent.AuthorityTold(breachId, BreachEvent.facts(breach, report)));
        return report;
    }

    private AuthorityReport.Sending sending(AuthorityDraft draft, Sent typed) {
        Instant at = at(draft.breach(), typed.at());
        ReportPhase phase = typed.phase() == null || typed.phase().isBlank()
                ? draft.phase()
                : Typed.constant("phase", ReportPhase.class, typed.phase());
        if (!draft.phases().contains(phase)) {
            throw Invalid.field(
                    "phase",
                    Reason.of("breach.complaint.phase", draft.phases().get(0).label()));
        }
        Channel channel = Typed.constant("channel", Channel.class, typed.channel());
        Authority authority = draft.authority()
                .orElseThrow(() -> Invalid.field("authority", Reason.of("breach.complaint.authority")));
        String delay = WHY.optional("delayReasons", typed.delayReasons());
        if (draft.isLateAt(at) && delay.isEmpty()) {
            throw Invalid.field("delayReasons", Reason.of("breach.complaint.delay"));
        }
        String instruction = draft.concern().isPresent() ? WHY.require("instruction", typed.instruction()) : "";
        return new AuthorityReport.Sending(
                at, phase, authority, channel, LINE.optional("reference", typed.reference()), delay, instruction);
    }

    private Instant at(Breach breach, String typed) {
        Instant now = clock.instant();
        Instant at;
        try {
            at = typed == null || typed.isBlank() ? now : Moment.read(typed, breach.zone());
        } catch (Moment.Ambiguous e) {
            throw e;
        } catch (Refused e) {
            throw Invalid.field("at", e.reason());
        }
        if (at.isAfter(now) || breach.awareAt().filter(at::isBefore).isPresent()) {
            throw Invalid.field("at", Reason.of("breach.complaint.sent-when"));
        }
        return at;
    }

    /** What was sent so far, the first one first. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<AuthorityReport> sent(UUID breachId) {
        breaches.require(breachId);
        return reports.of(breachId);
    }

    /** One of them. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public AuthorityReport sent(UUID breachId, UUID reportId) {
        breaches.require(breachId);
        return reports.require(breachId, reportId);
    }

    /** Its PDF/A, byte for byte as it was sent. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public byte[] pdf(UUID breachId, UUID reportId) {
        return files.read(sent(breachId, reportId).pdf());
    }

    /** The same as JSON. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public byte[] json(UUID breachId, UUID reportId) {
        return files.read(sent(breachId, reportId).json());
    }
}
