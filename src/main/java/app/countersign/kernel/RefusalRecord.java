package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the trail of refused attempts, in a transaction of their own. Of one person at most ten a minute get a row each;
 * the next row says how many there were none for, so that a loop neither floods the trail nor goes unseen.
 */
@ApplicationScoped
public class RefusalRecord {

    private static final int MOST = 10;
    private static final Duration SPAN = Duration.ofMinutes(1);

    @Inject
    private Event<DomainEvent> happened;

    @Inject
    private Clock clock;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /**
     * One person's attempts in the minute that began then.
     *
     * @param told how many got a row
     * @param untold how many have got none since the last row
     * @param caughtUp how many the last row speaks of besides its own
     */
    record Count(Instant since, int told, int untold, int caughtUp) {

        static final Count NONE = new Count(Instant.EPOCH, 0, 0, 0);

        Count next(Instant now) {
            boolean current = !now.isBefore(since) && now.isBefore(since.plus(SPAN));
            int toldBefore = current ? told : 0;
            Instant begun = current ? since : now;
            return toldBefore < MOST
                    ? new Count(begun, toldBefore + 1, 0, untold)
                    : new Count(begun, toldBefore, untold + 1, 0);
        }

        boolean isTold() {
            return untold == 0;
        }
    }

    /** @param person who is signed in; those who are not have nothing that could be refused them */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void write(RefusedAttempts.Attempt attempt, String method, String person) {
        Instant now = clock.instant();
        Count count = counts.compute(person, (name, known) -> (known == null ? Count.NONE : known).next(now));
        if (count.isTold()) {
            happened.fire(AccessRefused.of(attempt, method, count.caughtUp()));
        }
    }
}
