package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Slows down whoever tries. Each attempt is counted in a short transaction of its own before it is looked at, by whom
 * it is for and by where it comes from, and taken back when it was right: neither many at once nor two instances get
 * more attempts than one after the other would.
 *
 * <p>An account can't be shut out by strangers: from an address where its person signed in lately only the failures
 * from there count, and no wait is longer than a quarter of an hour.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Attempts {

    static final int FREE_FOR_ONE = 5;
    static final int FREE_FROM_ONE_ADDRESS = 30;
    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    private static final Duration KEPT = Duration.ofDays(2);

    /** The most rows that one sweep takes away. */
    public static final int CAP = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Event<DomainEvent> events;

    @Inject
    private Clock clock;

    /** For the container, which makes none otherwise. */
    public Attempts() {}

    Attempts(EntityManager em, Event<DomainEvent> events, Clock clock) {
        this.em = em;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Counts an attempt.
     *
     * @param what whose secret is tried: {@code name:lena}
     * @param address where from
     * @param account whose it is, if it is anybody's, for the trail
     * @return whether it may be looked at; what is blocked is not counted either
     */
    @PermitAll
    public boolean begin(String what, String address, Optional<UUID> account) {
        Instant now = clock.instant();
        FailedAttempt from = row("address:" + address, now);
        if (from.blocks(now)) {
            return false;
        }
        FailedAttempt at = found(what + "@" + address)
                .filter(pair -> pair.hasSucceededSince(now.minus(KNOWN_FOR)))
                .orElseGet(() -> row(what, now));
        if (at.blocks(now)) {
            return false;
        }
        if (from.count(FREE_FROM_ONE_ADDRESS, now) || from.isWorthTelling() && from.failures() > 1) {
            events.fire(SignInFailed.from(address, from.failures()));
        }
        tell(at, at.count(FREE_FOR_ONE, now), account);
        return true;
    }

    /** An account's failures are told when they double, so that an attack does not flood the trail. */
    private void tell(FailedAttempt at, boolean locked, Optional<UUID> account) {
        account.ifPresent(id -> {
            if (at.isWorthTelling() && at.failures() > 1) {
                events.fire(SignInFailed.of(id, at.failures()));
            }
            if (locked) {
                events.fire(new AccountLocked(id, at.failures(), at.blockedUntil()));
            }
        });
    }

    /** It was right: the address is known from now on. */
    @PermitAll
    public void succeeded(String what, String address) {
        Instant now = clock.instant();
        found("address:" + address).ifPresent(from -> from.takeBack(now));
        row(what + "@" + address, now).succeed(now);
        found(what).ifPresent(em::remove);
    }

    /** Whoever could read the account's mail starts anew. */
    @PermitAll
    public void forgive(String what) {
        found(what).ifPresent(em::remove);
    }

    /** Takes away what is long past.
     *
     * @return how many, at most a cap */
    @PermitAll
    public int sweep() {
        Instant now = clock.instant();
        return em.createNativeQuery("delete from failed_attempt where subject_hash in (select subject_hash from"
                        + " failed_attempt where last_at < ? and (succeeded_at is null or succeeded_at < ?) limit "
                        + CAP
                        + ")")
                .setParameter(1, java.sql.Timestamp.from(now.minus(KEPT)))
                .setParameter(2, java.sql.Timestamp.from(now.minus(KNOWN_FOR)))
                .executeUpdate();
    }

    /** Rows are always locked in the same order: address, both, name. */
    private Optional<FailedAttempt> found(String subject) {
        return Optional.ofNullable(em.find(FailedAttempt.class, Secrets.hash(subject), LockModeType.PESSIMISTIC_WRITE));
    }

    private FailedAttempt row(String subject, Instant now) {
        return found(subject).orElseGet(() -> {
            FailedAttempt first = new FailedAttempt(Secrets.hash(subject), now);
            em.persist(first);
            return first;
        });
    }
}
