package app.countersign.retention;

import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All contracts that have ended, with what becomes of their data. */
@ApplicationScoped
class Disposals {

    static final String UNKNOWN = "deletion.refusal.not-ended";

    @PersistenceContext
    private EntityManager entities;

    void add(Disposal disposal) {
        entities.persist(disposal);
    }

    Optional<Disposal> of(UUID contractId) {
        return Optional.ofNullable(entities.find(Disposal.class, contractId));
    }

    /** @throws NotFound if the contract has not ended */
    Disposal lock(UUID contractId) {
        Disposal disposal = entities.find(Disposal.class, contractId, LockModeType.PESSIMISTIC_WRITE);
        if (disposal == null) {
            throw NotFound.because(UNKNOWN);
        }
        return disposal;
    }

    /** One about which the controller is to be reminded and that no other instance is looking at, locked. */
    Optional<Disposal> lockNextToRemind(Instant now) {
        List<?> ids = entities.createNativeQuery(
                        "select contract_id from disposal where next_reminder_at between ? and ?"
                                + " order by next_reminder_at fetch first 1 rows only for update skip locked")
                // With a lower bound, too: without one, H2 reads through all the empty values in the index first.
                .setParameter(1, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.stream().findFirst().map(UUID.class::cast).flatMap(this::of);
    }
}
