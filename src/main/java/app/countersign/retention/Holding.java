package app.countersign.retention;

import app.countersign.kernel.DomainEvent;
import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Holds that stand by themselves, for as long as a {@link Cause} is open. They change with it, in its transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Holding {

    @Inject
    private Holds holds;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * From now on it keeps what it is about.
     *
     * @param processors whose stores are meant
     * @param by who opened it
     */
    public void begin(Origin origin, Set<UUID> processors, String by) {
        Instant now = clock.instant();
        for (UUID processor : processors) {
            Hold hold = new Hold(
                            UUID.randomUUID(),
                            processor,
                            Optional.empty(),
                            null,
                            Optional.empty(),
                            null,
                            null,
                            origin.number(),
                            null,
                            by,
                            now)
                    .of(origin);
            holds.add(hold);
            happened.fire(HoldEvent.of(HoldEvent.RetentionHoldPlaced::new, hold));
        }
    }

    /**
     * From now on it keeps that.
     *
     * @param by who opened it
     */
    public void begin(Origin origin, Kept kept, String by) {
        UUID id = UUID.randomUUID();
        byte[] person = kept.person().isEmpty()
                ? null
                : vault.conceal(kept.person().getBytes(StandardCharsets.UTF_8), ConcealedPersons.purposeOf(id));
        Hold hold = new Hold(
                        id,
                        kept.processor(),
                        kept.store(),
                        person,
                        kept.controller(),
                        kept.from().orElse(null),
                        kept.to().orElse(null),
                        origin.number(),
                        null,
                        by,
                        clock.instant())
                .of(origin);
        holds.add(hold);
        happened.fire(HoldEvent.of(HoldEvent.RetentionHoldPlaced::new, hold));
    }

    /** It is about more controllers than before: runs that are under way look anew. */
    public void widen(UUID cause) {
        holds.widen(cause);
    }

    /** It is over: what it kept goes with the next run of its rule. */
    public void end(UUID cause, String by) {
        for (Hold hold : holds.lockStanding(cause)) {
            hold.lift(by, clock.instant());
            happened.fire(HoldEvent.of(HoldEvent.RetentionHoldLifted::new, hold));
        }
    }
}
