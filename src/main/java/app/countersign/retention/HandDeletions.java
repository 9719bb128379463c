package app.countersign.retention;

import app.countersign.access.Remit;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All deletions by hand. */
@ApplicationScoped
class HandDeletions {

    static final String KIND = "hand-deletion";
    static final String UNKNOWN = "deletion.refusal.unknown";

    @PersistenceContext
    private EntityManager entities;

    /** From a sequence: never given twice. */
    long nextSerial() {
        return ((Number) entities.createNativeQuery("select nextval('hand_deletion_serial')")
                        .getSingleResult())
                .longValue();
    }

    void add(HandDeletion deletion) {
        entities.persist(deletion);
    }

    Optional<HandDeletion> byId(UUID id) {
        return Optional.ofNullable(entities.find(HandDeletion.class, id));
    }

    /** @throws NotFound if there is none */
    HandDeletion lock(UUID id) {
        HandDeletion deletion = entities.find(HandDeletion.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (deletion == null) {
            throw NotFound.because(UNKNOWN);
        }
        return deletion;
    }

    /** Of an ended contract, in the order in which they were ordered. */
    List<HandDeletion> of(UUID contractId) {
        return entities.createQuery(
                        "select h from HandDeletion h where h.contractId = :contract order by h.serial",
                        HandDeletion.class)
                .setParameter("contract", contractId)
                .getResultList();
    }

    /** Of an erasure, in the order in which they were ordered. */
    List<HandDeletion> ofErasure(UUID erasure) {
        return entities.createQuery(
                        "select h from HandDeletion h where h.erasureId = :erasure order by h.serial",
                        HandDeletion.class)
                .setParameter("erasure", erasure.toString())
                .getResultList();
    }

    /**
     * The newest first.
     *
     * @param own what the caller may know of
     * @param before the serial number after which the page before ended
     */
    List<HandDeletion> page(Remit own, Optional<HandDeletionState> state, long before, int most) {
        if (!own.everyProcessor() && own.processors().isEmpty()) {
            return List.of();
        }
        TypedQuery<HandDeletion> query = entities.createQuery(
                        "select h from HandDeletion h where h.serial < :before"
                                + (own.everyProcessor() ? "" : " and h.processorId in :processors")
                                + (state.isPresent() ? " and h.state = :state" : "")
                                + (own.since().isPresent() ? " and (h.doneAt is null or h.doneAt >= :since)" : "")
                                + (own.before().isPresent() ? " and h.recordedAt < :until" : "")
                                + " order by h.serial desc",
                        HandDeletion.class)
                .setParameter("before", before)
                .setMaxResults(most);
        if (!own.everyProcessor()) {
            query.setParameter("processors", own.processors());
        }
        state.ifPresent(one -> query.setParameter("state", one));
        own.since().ifPresent(at -> query.setParameter("since", at));
        own.before().ifPresent(at -> query.setParameter("until", at));
        return query.getResultList();
    }
}
