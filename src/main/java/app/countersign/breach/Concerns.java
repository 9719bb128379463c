package app.countersign.breach;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.contract.Contract;
import app.countersign.contract.ContractState;
import app.countersign.contract.Contracts;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Looking at the controllers that were found: they are concerned, or they are not, or one is missing. */
@Stateless
public class Concerns {

    private static final PlainText WHY = PlainText.lines(1000);

    @Inject
    private Breaches breaches;

    @Inject
    private BreachList list;

    @Inject
    private BreachClocks clocks;

    @Inject
    private OpenBreach openBreach;

    @Inject
    private Notices notices;

    @Inject
    private Contracts contracts;

    @Inject
    private Deadlines deadlines;

    @Inject
    private CallersRemit remit;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void confirm(UUID breachId, UUID concernId) {
        confirm(breachId, Set.of(concernId));
    }

    /** Several, or none if one of them can't be. */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public void confirm(UUID breachId, Set<UUID> concernIds) {
        Breach breach = open(breachId);
        concernIds.forEach(id -> confirm(breach, id));
    }

    private void confirm(Breach breach, UUID concernId) {
        UUID breachId = breach.id();
        Concern concern = breaches.concern(breachId, concernId);
        boolean wasExcluded = concern.state() == ConcernState.EXCLUDED;
        concern.confirm(clock.instant(), actor.identity().name());
        if (wasExcluded) {
            openBreach.concernsMore(breachId);
        }
        // Whoever was told before being excluded is not told again: no clock demands it.
        if (wasExcluded && !notices.isTold(concernId)) {
            clocks.start(breach, concern, clock.instant());
        }
        happened.fire(new BreachEvent.ConcernConfirmed(
                breachId, BreachEvent.facts(breach, "contract", concern.contractNumber())));
    }

    /** Confirms whoever was found and is not decided yet.
     *
     * @return how many */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public int confirmAll(UUID breachId) {
        Breach breach = open(breachId);
        int confirmed =
                list.confirmFound(breachId, clock.instant(), actor.identity().name());
        if (confirmed > 0) {
            happened.fire(
                    new BreachEvent.ConcernConfirmed(breachId, BreachEvent.facts(breach, "controllers", confirmed)));
        }
        return confirmed;
    }

    /** It is not concerned: its clocks end, with the reason.
     *
     * @throws Refused without a reason */
    @RolesAllowed(Roles.DPO)
    public void exclude(UUID breachId, UUID concernId, String why) {
        exclude(breachId, Set.of(concernId), why);
    }

    /** Several for the same reason, or none if one of them can't be. */
    @RolesAllowed(Roles.DPO)
    public void exclude(UUID breachId, Set<UUID> concernIds, String why) {
        Breach breach = open(breachId);
        concernIds.forEach(id -> exclude(breach, id, why));
    }

    private void exclude(Breach breach, UUID concernId, String why) {
        UUID breachId = breach.id();
        Concern concern = breaches.concern(breachId, concernId);
        Instant now = clock.instant();
        concern.exclude(why, now, actor.identity().name());
        concern.started(now);
        deadlines.waivePart(breachId, concernId, now, actor.identity().name(), why);
        happened.fire(new BreachEvent.ConcernExcluded(
                breachId, BreachEvent.facts(breach, "contract", concern.contractNumber())));
    }

    /**
     * One is concerned that was not found.
     *
     * @param contractNumber of its contract
     * @param why it is concerned although its contract came into force only after we were aware; may be empty where it
     *     was in force before
     * @return the concern's id
     */
    @RolesAllowed({Roles.DPO, Roles.LEGAL})
    public UUID include(UUID breachId, String contractNumber, String why) {
        Breach breach = open(breachId);
        Contract contract = contracts
                .byNumber(contractNumber == null ? "" : contractNumber.strip())
                .filter(one -> remit.covers(one.processor().id()))
                .orElseThrow(() -> NotFound.because("contract.refusal.unknown"));
        if (contract.state() != ContractState.IN_FORCE && contract.state() != ContractState.TERMINATED) {
            throw Invalid.field("contract", Reason.of("breach.complaint.never-in-force", contract.number()));
        }
        if (breaches.concerns(breachId, contract.id())) {
            throw Invalid.field("contract", Reason.of("breach.complaint.concerned-already", contract.number()));
        }
        String reason = WHY.optional("reason", why);
        if (reason.isEmpty() && beganAfter(contract, breach)) {
            throw Invalid.field(
                    "contract",
                    Reason.of(
                            "breach.complaint.later-contract",
                            contract.number(),
                            contract.effectiveOn().orElseThrow().toString()));
        }
        Concern concern = new Concern(breachId, contract, Found.hasEnded(contract));
        breaches.add(concern);
        concern.include(reason, clock.instant(), actor.identity().name());
        openBreach.concernsMore(breachId);
        clocks.start(breach, concern, clock.instant());
        happened.fire(
                new BreachEvent.ControllersFound(breachId, BreachEvent.facts(breach, "contract", contract.number())));
        return concern.id();
    }

    private static boolean beganAfter(Contract contract, Breach breach) {
        LocalDate aware = breach.awareAt()
                .orElseThrow()
                .atZone(contract.processor().zone())
                .toLocalDate();
        return contract.effectiveOn().filter(day -> day.isAfter(aware)).isPresent();
    }

    private Breach open(UUID breachId) {
        Breach breach = breaches.lock(breachId);
        if (breach.state() != BreachState.OPEN) {
            throw Refused.because("breach.refusal.not-open");
        }
        return breach;
    }
}
