package app.countersign.breach;

import app.countersign.access.Actor;
import app.countersign.access.Roles;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Closing a breach once everything is done, and reopening it when the facts turn out otherwise. */
@Stateless
public class Closing {

    private static final PlainText WHY = PlainText.lines(2000);

    @Inject
    private Breaches breaches;

    @Inject
    private Judgements judgements;

    @Inject
    private BreachClocks clocks;

    @Inject
    private OpenBreach open;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** What is still missing before it can be closed; empty for one that can be, or is not open. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Reason> missing(UUID breachId) {
        Breach breach = breaches.require(breachId);
        return breach.state() == BreachState.OPEN ? missing(breach) : List.of();
    }

    /**
     * @throws app.countersign.kernel.Invalid without a reason
     * @throws Refused with the first thing that is {@link Closability missing}
     */
    @RolesAllowed(Roles.DPO)
    public void close(UUID breachId, String why) {
        Breach breach = breaches.lock(breachId);
        breach.requireOpen();
        String reason = WHY.require("reason", why);
        missing(breach).stream().findFirst().ifPresent(first -> {
            throw new Refused(first);
        });
        String by = actor.identity().name();
        breach.close(reason, deadlines.anyOpen(breachId), clock.instant(), by);
        judgements.add(new Turn(breachId, true, reason, clock.instant(), by));
        open.letGo(breachId, by);
        happened.fire(new BreachEvent.BreachClosed(breachId, BreachEvent.facts(breach)));
    }

    /** The facts turned out otherwise. Clocks that ended stay ended; what is told from now on is a further phase. */
    @RolesAllowed(Roles.DPO)
    public void reopen(UUID breachId, String why) {
        Breach breach = breaches.lock(breachId);
        String reason = WHY.require("reason", why);
        breach.reopen();
        String by = actor.identity().name();
        judgements.add(new Turn(breachId, false, reason, clock.instant(), by));
        open.hold(breach, by);
        happened.fire(new BreachEvent.BreachReopened(breachId, BreachEvent.facts(breach)));
    }

    /** Each time that it was closed or reopened, the earliest first. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Turn> turns(UUID breachId) {
        breaches.require(breachId);
        return judgements.turns(breachId);
    }

    private List<Reason> missing(Breach breach) {
        return Closability.missing(
                breach,
                deadlines.anyOpen(breach.id()) || breaches.anyUnstarted(breach.id()),
                breaches.anyUndecided(breach.id()),
                judgements.last(breach.id()),
                isDecided(breach, Recipient.AUTHORITY),
                isDecided(breach, Recipient.PERSONS));
    }

    /** For each of the processors: by word, or by deed. */
    private boolean isDecided(Breach breach, Recipient recipient) {
        return breach.processors().stream()
                .allMatch(processor -> clocks.isMet(breach.id(), processor, recipient.deadline())
                        || judgements
                                .standing(breach.id(), processor, recipient)
                                .isPresent());
    }
}
