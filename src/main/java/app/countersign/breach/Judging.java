package app.countersign.breach;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Judging how severe a breach is. Each judgement is kept; where the risk is high, the law's further clocks start. */
@Stateless
public class Judging {

    /** ENISA's flag. */
    static final int MANY = 100;

    private static final PlainText WHY = PlainText.lines(1000);

    @Inject
    private Breaches breaches;

    @Inject
    private Judgements judgements;

    @Inject
    private BreachClocks clocks;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * @return the judgement
     * @throws Invalid if a choice is none, or the context is adjusted without a reason
     * @throws app.countersign.kernel.Refused if the breach is not open
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public Judgement judge(UUID breachId, Assessment typed) {
        Breach breach = breaches.lock(breachId);
        breach.requireOpen();
        Severity severity = typed.severity();
        Judgement.Why why = new Judgement.Why(
                WHY.optional("contextReason", typed.contextReason()),
                WHY.optional("easeReason", typed.easeReason()),
                WHY.optional("circumstancesReason", typed.circumstancesReason()));
        if (severity.isAdjusted() && why.context().isEmpty()) {
            throw Invalid.field(
                    "contextReason",
                    Reason.of("breach.complaint.adjusted", severity.nature().score()));
        }
        Instant now = clock.instant();
        Judgement judgement = new Judgement(
                breachId,
                severity,
                why,
                typed.unintelligible(),
                breach.facts().persons().mayExceed(MANY),
                now,
                actor.identity().name());
        judgements.add(judgement);
        happened.fire(new BreachEvent.SeverityJudged(breachId, BreachEvent.facts(breach, judgement)));
        if (judgement.level().isHighRisk() && breach.isOwnController()) {
            clocks.startForHighRisk(breach, now);
        }
        return judgement;
    }

    /** All of them, the latest first.
     *
     * @throws app.countersign.kernel.NotFound if there is no such breach that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Judgement> history(UUID breachId) {
        breaches.require(breachId);
        return judgements.of(breachId);
    }
}
