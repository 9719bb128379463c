package app.countersign.breach;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Roles;
import app.countersign.deadline.Deadlines;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deciding, where we are ourselves controller, whether the authority and the persons are told. It can be decided anew:
 * the clock that ended with a decision starts again, from the same moment as before.
 */
@Stateless
public class Deciding {

    /** No longer than a deadline's reason. */
    private static final PlainText WHY = PlainText.lines(1000);

    @Inject
    private Breaches breaches;

    @Inject
    private Judgements judgements;

    @Inject
    private BreachClocks clocks;

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
     * What is decided, as it was typed.
     *
     * @param recipient {@code authority} or {@code persons}
     * @param told whether they are to be told
     * @param reason of not telling, why a risk is unlikely; needed either way
     * @param exemption {@code unintelligible}, {@code averted}, {@code disproportionate} where persons are not told of a
     *     high risk; otherwise empty
     * @param processor code of the one of ours that it is about; empty for all of the breach's
     */
    public record Choice(String recipient, boolean told, String reason, String exemption, String processor) {}

    /**
     * @throws Invalid if something is missing or is none of the choices
     * @throws Refused if we are not the controller, or they may not be left untold ({@link Silence})
     */
    @RolesAllowed(Roles.DPO)
    public void decide(UUID breachId, Choice typed) {
        Breach breach = breaches.lock(breachId);
        breach.requireOpen();
        if (!breach.isOwnController()) {
            throw Refused.because("breach.refusal.not-controller");
        }
        Recipient recipient = Typed.constant("recipient", Recipient.class, typed.recipient());
        String reason = WHY.require("reason", typed.reason());
        Optional<Exemption> exemption = exemption(typed, recipient);
        for (Organisation processor : processors(breach, typed.processor())) {
            decide(breach, processor, recipient, typed.told(), exemption, reason);
        }
    }

    private void decide(
            Breach breach,
            Organisation processor,
            Recipient recipient,
            boolean notify,
            Optional<Exemption> exemption,
            String reason) {
        Instant now = clock.instant();
        String by = actor.identity().name();
        if (!notify) {
            Silence.refusal(
                            recipient,
                            judgements.last(breach.id()),
                            exemption,
                            clocks.isMet(breach.id(), processor.id(), recipient.deadline()))
                    .ifPresent(why -> {
                        throw new Refused(why);
                    });
        }
        judgements.add(
                new Decision(breach.id(), processor.id(), recipient, notify, exemption.orElse(null), reason, now, by));
        if (notify) {
            clocks.restart(breach, processor, recipient.deadline(), now);
        } else {
            deadlines.waive(breach.id(), processor.id(), recipient.deadline(), now, by, reason);
        }
        happened.fire(new BreachEvent.NotificationDecided(
                breach.id(), BreachEvent.facts(breach, recipient, notify, processor.name())));
    }

    private static Optional<Exemption> exemption(Choice typed, Recipient recipient) {
        boolean given = typed.exemption() != null && !typed.exemption().isBlank();
        if (!given || typed.told()) {
            return Optional.empty();
        }
        if (recipient == Recipient.AUTHORITY) {
            throw Invalid.field("exemption", Reason.of("breach.complaint.exemption-of-persons"));
        }
        return Optional.of(Typed.constant("exemption", Exemption.class, typed.exemption()));
    }

    private List<Organisation> processors(Breach breach, String code) {
        List<Organisation> ours = organisations.processors().stream()
                .filter(processor -> breach.processors().contains(processor.id()) && remit.covers(processor.id()))
                .filter(processor -> code == null
                        || code.isBlank()
                        || processor.code().filter(code.strip()::equals).isPresent())
                .toList();
        if (ours.isEmpty()) {
            throw Invalid.field("processor", Reason.of("breach.complaint.processor"));
        }
        return ours;
    }

    /** All of them, the latest first.
     *
     * @throws app.countersign.kernel.NotFound if there is no such breach that the caller may know of */
    @RolesAllowed({Roles.DPO, Roles.LEGAL, Roles.AUDITOR})
    public List<Decision> history(UUID breachId) {
        breaches.require(breachId);
        return judgements.decisions(breachId);
    }
}
