package app.countersign.breach;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.deadline.Deadlines;
import app.countersign.deadline.Moment;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Telling those whom a breach concerns: letters are drafted, amended, sent, or noted as told in another way. */
@Stateless
public class Notifying {

    /** So many letters are begun while somebody waits; for more a job begins them. */
    private static final int AT_ONCE = 200;

    private static final int MOST_RECIPIENTS = 500;
    private static final PlainText PERSON = PlainText.line(200);
    private static final PlainText REMARK = PlainText.lines(1000);
    private static final PlainText REASON = PlainText.lines(1000);

    @Inject
    private Breaches breaches;

    @Inject
    private Notices notices;

    @Inject
    private Drafting drafting;

    @Inject
    private Dispatch dispatch;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Begins the next phase for each controller who was told other facts than are known now, and the first for whoever
     * has none (Art. 33(4) GDPR).
     *
     * @return how many were begun; for very many a job begins the rest
     * @throws Refused if nothing is new
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public int draftNext(UUID breachId) {
        Breach breach = open(breachId);
        int begun = drafting.next(breach, AT_ONCE, clock.instant(), me());
        if (begun == 0) {
            throw Refused.because("notice.refusal.nothing-new");
        }
        if (begun == AT_ONCE) {
            notices.order(new DraftingOrder(breachId, clock.instant(), me()));
        }
        Map<String, Object> facts = NoticeEvent.facts(breach);
        facts.put("controllers", begun);
        happened.fire(new NoticeEvent.NoticesDrafted(breachId, facts));
        return begun;
    }

    /**
     * Begins a letter to the persons themselves (Art. 34 GDPR), from each processor of the breach that the caller answers
     * for, as the controller of their data.
     *
     * @param language in which it is written
     * @return their ids
     * @throws Refused if we are not the controller, or the persons were told all that is known
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public List<UUID> draftToPersons(UUID breachId, Locale language) {
        Breach breach = open(breachId);
        if (!breach.isOwnController()) {
            throw Refused.because("notice.refusal.not-controller");
        }
        Optional<ToldFacts> facts = notices.told(breach);
        List<UUID> begun = new ArrayList<>();
        for (UUID processor : breach.processors()) {
            Optional<Notice> last = notices.latestToPersons(breachId, processor);
            boolean due = last.isEmpty()
                    || last.get().factsId().isPresent() && !last.get().factsId().equals(facts.map(ToldFacts::id));
            if (remit.covers(processor) && due) {
                begun.add(begin(breach, processor, last, language));
            }
        }
        if (begun.isEmpty()) {
            throw Refused.because("notice.refusal.nothing-new");
        }
        Map<String, Object> told = NoticeEvent.facts(breach);
        told.put("persons", true);
        happened.fire(new NoticeEvent.NoticesDrafted(breachId, told));
        return begun;
    }

    private UUID begin(Breach breach, UUID processor, Optional<Notice> last, Locale language) {
        Organisation us = organisations.byId(processor).orElseThrow();
        Locale ours = Texts.supported(language);
        last.ifPresent(Notice::isFollowed);
        Notice notice = Notice.toPersons(
                breach.id(),
                us,
                ours,
                Texts.of(ours).text("notice.persons", us.name()),
                last.map(Notice::phase).orElse(0) + 1,
                clock.instant(),
                me());
        notices.add(notice);
        return notice.id();
    }

    /**
     * Writes other words than the application's. Each version is kept.
     *
     * @param seen the version of the notice that was looked at
     * @throws Refused if it has changed since, was told, or is on its way
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void amend(UUID breachId, UUID id, long seen, String subject, String text) {
        Breach breach = open(breachId);
        Notice notice = notices.lock(breachId, id);
        NoticeWords words = NoticeWords.read(subject, text);
        int no = notices.texts(id).size() + 1;
        notice.amend(no, seen);
        notices.add(new NoticeText(id, no, words, dispatch.ownWords(breach, notice), clock.instant(), me()));
        amended(breach, notice);
    }

    /** Takes the application's own words again, from the facts as they are. What a person wrote stays on record. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void writeAnew(UUID breachId, UUID id, long seen) {
        Breach breach = open(breachId);
        Notice notice = notices.lock(breachId, id);
        notice.writeAnew(seen);
        amended(breach, notice);
    }

    private void amended(Breach breach, Notice notice) {
        happened.fire(new NoticeEvent.NoticeAmended(
                breach.id(), NoticeEvent.facts(breach, notice), Optional.of(notice.processorId())));
    }

    /**
     * Sends it, or notes that it was told in another way. The clock that demanded it ends.
     *
     * @throws Invalid with a complaint for {@code channel}, {@code at}, {@code to}, {@code reason} and so on
     * @throws Refused if somebody was quicker, or it can't be mailed
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void tell(UUID breachId, UUID id, ToldHow how) {
        Breach breach = open(breachId);
        Notice notice = notices.lock(breachId, id);
        notice.requireUntold();
        if (how.seen() != null) {
            notice.requireSeen(how.seen());
        }
        Instant now = clock.instant();
        dispatch.tell(breach, notice, way(breach, how, now), now, me());
    }

    private Dispatch.Way way(Breach breach, ToldHow how, Instant now) {
        NoticeChannel channel = NoticeChannel.read(how.channel());
        Instant at = moment(how.at(), breach.zone()).orElse(now);
        if (at.isAfter(now)) {
            throw Invalid.field("at", Reason.of("notice.complaint.in-future"));
        }
        if (breach.awareAt().filter(at::isBefore).isPresent()) {
            throw Invalid.field("at", Reason.of("notice.complaint.before-aware"));
        }
        String teller = PERSON.optional("teller", how.teller());
        return new Dispatch.Way(
                channel,
                channel == NoticeChannel.MAIL ? now : at,
                addresses(how.to()),
                PERSON.optional("recipient", how.recipient()),
                teller.isEmpty() ? me() : teller,
                REMARK.optional("remark", how.remark()),
                REASON.optional("reason", how.reason()));
    }

    private static Optional<Instant> moment(String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Moment.read(text, zone));
        } catch (Moment.Ambiguous e) {
            throw e;
        } catch (Refused e) {
            throw Invalid.field("at", e.reason());
        }
    }

    private static List<EmailAddress> addresses(List<String> typed) {
        Set<EmailAddress> addresses = new LinkedHashSet<>();
        for (String one : typed) {
            if (!one.isBlank()) {
                addresses.add(EmailAddress.parse(one)
                        .orElseThrow(() -> Invalid.field("to", Reason.of("notice.complaint.address", one.strip()))));
            }
        }
        if (addresses.size() > MOST_RECIPIENTS) {
            throw Invalid.field("to", Reason.of("notice.complaint.too-many", MOST_RECIPIENTS));
        }
        return List.copyOf(addresses);
    }

    /**
     * Has all letters to controllers mailed that are not told yet, one after the other by a job. Whoever can't be mailed
     * stays, marked as such.
     *
     * @param reason why it is late; demanded where it is for any of them
     * @return how many
     * @throws Refused if there are none
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public int tellAll(UUID breachId, String reason) {
        Breach breach = open(breachId);
        String why = REASON.optional("reason", reason);
        Instant now = clock.instant();
        if (why.isEmpty() && deadlines.isAnyLate(breachId, BreachClocks.CONTROLLER, now)) {
            throw Invalid.field("reason", Reason.of("notice.complaint.late-some"));
        }
        int queued = notices.queueAll(breachId, me(), why, now);
        if (queued == 0) {
            throw Refused.because("notice.refusal.none-to-send");
        }
        Map<String, Object> facts = NoticeEvent.facts(breach);
        facts.put("controllers", queued);
        happened.fire(new NoticeEvent.NoticesQueued(breachId, facts));
        return queued;
    }

    private Breach open(UUID breachId) {
        Breach breach = breaches.lock(breachId);
        if (breach.state() != BreachState.OPEN) {
            throw Refused.because("breach.refusal.not-open");
        }
        return breach;
    }

    private String me() {
        return actor.identity().name();
    }
}
