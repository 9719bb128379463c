package app.countersign.announcement;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.contract.Contract;
import app.countersign.contract.Contracts;
import app.countersign.contract.CustomerLinks;
import app.countersign.contract.CustomerLinks.Holder;
import app.countersign.deadline.DeadlineStart;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The controllers' answers: by their personal link, or recorded by us when they came in another way. */
@Stateless
public class Answering {

    /** The kind of the deadline that an objection starts. */
    static final String OBJECTION = "answer-objection";

    private static final PlainText REASON = PlainText.lines(2000);
    private static final PlainText NUMBER = PlainText.line(40);

    @Inject
    private Announcements announcements;

    @Inject
    private Contracts contracts;

    @Inject
    private CustomerLinks links;

    @Inject
    private ChangeLetters letters;

    @Inject
    private Settling settling;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Settings settings;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * A change as its controller sees it.
     *
     * @param facts what changes, line by line
     * @param demand what the controller can do, by which clause
     */
    public record Told(Announcement change, ChangeNotice notice, String facts, String demand) {}

    /** What the controller of the link's contract was told, the newest first.
     *
     * @throws NotFound if the link does not open */
    @PermitAll
    public List<Told> told(String token, Locale reader) {
        Holder holder = links.holder(token);
        Contract contract = contracts.byId(holder.contractId()).orElseThrow();
        return announcements.toldTo(contract.id()).stream()
                .map(notice -> {
                    Announcement change = announcements.byId(notice.changeId()).orElseThrow();
                    return new Told(
                            change,
                            notice,
                            letters.facts(change, reader),
                            letters.demand(change, notice, contract.processor().zone(), reader));
                })
                .toList();
    }

    /**
     * The controller agrees.
     *
     * @throws NotFound if the link does not open, or the change is not for its holder
     * @throws Refused if the change is in effect, or the controller is not asked
     */
    @PermitAll
    public void consent(String token, UUID changeId) {
        Holder holder = arrive(token);
        consent(theirs(holder.contractId(), changeId), holder.name());
    }

    /**
     * The controller objects.
     *
     * @throws Invalid without a reason
     */
    @PermitAll
    public void object(String token, UUID changeId, String reason) {
        Holder holder = arrive(token);
        object(theirs(holder.contractId(), changeId), holder.name(), REASON.require("reason", reason));
    }

    /** An objection that came by mail or telephone.
     *
     * @param contract its number
     * @throws Invalid with a complaint for {@code contract} or {@code reason} */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public UUID recordObjection(UUID changeId, String contract, String reason) {
        ChangeNotice notice = named(changeId, contract);
        object(notice, actor.identity().name(), REASON.require("reason", reason));
        return notice.id();
    }

    /** A consent that came in writing.
     *
     * @param contract its number */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public UUID recordConsent(UUID changeId, String contract) {
        ChangeNotice notice = named(changeId, contract);
        consent(notice, actor.identity().name());
        return notice.id();
    }

    /** Somebody has dealt with an objection: what was agreed is said, and the deadline is met. The change stays without
     * effect for that contract. */
    @RolesAllowed({Roles.LEGAL, Roles.DPO})
    public void settled(UUID changeId, String contract, String how) {
        ChangeNotice notice = named(changeId, contract);
        deadlines.meetPart(
                changeId,
                notice.id(),
                OBJECTION,
                clock.instant(),
                actor.identity().name(),
                REASON.require("reason", how));
    }

    private Holder arrive(String token) {
        Holder holder = links.holder(token);
        actor.isCustomer(holder.name(), holder.email().value());
        return holder;
    }

    private ChangeNotice theirs(UUID contractId, UUID changeId) {
        return announcements
                .notice(changeId, contractId)
                .filter(notice -> notice.state() != AnswerState.BARRED)
                .map(notice -> announcements.lockNotice(notice.id()))
                .orElseThrow(() -> NotFound.because("announcement.refusal.unknown"));
    }

    private ChangeNotice named(UUID changeId, String contract) {
        announcements.require(changeId);
        String number = NUMBER.require("contract", contract);
        return contracts
                .byNumber(number)
                .flatMap(one -> announcements.notice(changeId, one.id()))
                .map(notice -> announcements.lockNotice(notice.id()))
                .orElseThrow(() -> Invalid.field("contract", Reason.of("announcement.complaint.contract")));
    }

    private void consent(ChangeNotice notice, String by) {
        boolean objected = notice.state() == AnswerState.OBJECTED;
        Instant now = clock.instant();
        notice.consent(now, by);
        Announcement change = announcements.byId(notice.changeId()).orElseThrow();
        if (objected) {
            deadlines.meetPart(
                    change.id(),
                    notice.id(),
                    OBJECTION,
                    now,
                    by,
                    Reason.of("announcement.withdrawn").in(Locale.GERMAN));
        }
        answered(change, now, by);
        happened.fire(new ChangeEvent.SubProcessorChangeConsented(
                change.id(),
                ChangeEvent.facts(change, notice),
                Optional.of(change.processorId()),
                settling.cited(notice)));
    }

    private void object(ChangeNotice notice, String by, String why) {
        boolean again = notice.state() == AnswerState.OBJECTED;
        Instant now = clock.instant();
        notice.object(now, by, why);
        Announcement change = announcements.byId(notice.changeId()).orElseThrow();
        Optional<String> cited = settling.cited(notice);
        if (!again) {
            Contract contract = contracts.byId(notice.contractId()).orElseThrow();
            deadlines.start(DeadlineStart.withoutDelay(
                    Campaign.subject(change).part(notice.id()),
                    OBJECTION,
                    cited.orElse(""),
                    now,
                    now.plus(settings.withoutDelay()),
                    Campaign.place(contract.processor()),
                    "dpo",
                    "legal"));
        }
        answered(change, now, by);
        Map<String, Object> facts = ChangeEvent.facts(change, notice);
        facts.put("reason", why);
        happened.fire(new ChangeEvent.SubProcessorChangeObjected(
                change.id(), facts, Optional.of(change.processorId()), cited));
    }

    /** Once everybody has answered who had to, the clock ends. */
    private void answered(Announcement change, Instant now, String by) {
        if (change.isFinished() && !announcements.isAsking(change.id())) {
            deadlines.meet(
                    change.id(),
                    Campaign.CONSENT,
                    now,
                    by,
                    Reason.of("announcement.all-answered").in(Locale.GERMAN));
        }
    }
}
