package app.countersign.inquiry;

import app.countersign.access.Remit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All inquiries. */
@ApplicationScoped
class Inquiries {

    /** What deadlines, holds and the trail call one. */
    static final String KIND = "inquiry";

    static final String UNKNOWN = "inquiry.refusal.unknown";

    @PersistenceContext
    private EntityManager entities;

    /** From a sequence: never given twice. */
    long nextSerial() {
        return ((Number) entities.createNativeQuery("select nextval('inquiry_serial')")
                        .getSingleResult())
                .longValue();
    }

    void add(Inquiry inquiry) {
        entities.persist(inquiry);
    }

    Optional<Inquiry> byId(UUID id) {
        return Optional.ofNullable(entities.find(Inquiry.class, id));
    }

    Optional<Inquiry> lock(UUID id) {
        return Optional.ofNullable(entities.find(Inquiry.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The newest first.
     *
     * @param own what the caller may know of
     * @param before the serial number after which the page before ended
     */
    List<Inquiry> page(Remit own, Optional<InquiryState> state, long before, int most) {
        if (!own.everyProcessor() && own.processors().isEmpty()) {
            return List.of();
        }
        TypedQuery<Inquiry> query = entities.createQuery(
                        "select i from Inquiry i where i.serial < :before"
                                + (own.everyProcessor() ? "" : " and i.processorId in :processors")
                                + (state.isPresent() ? " and i.state = :state" : "")
                                + (own.since().isPresent() ? " and (i.closedAt is null or i.closedAt >= :since)" : "")
                                + (own.before().isPresent() ? " and i.recordedAt < :until" : "")
                                + " order by i.serial desc",
                        Inquiry.class)
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
