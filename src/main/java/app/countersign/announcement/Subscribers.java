package app.countersign.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All subscribers, of all processors. */
@ApplicationScoped
class Subscribers {

    /** What mails about one are about. */
    static final String KIND = "subscription";

    @PersistenceContext
    private EntityManager entities;

    void add(Subscriber subscriber) {
        entities.persist(subscriber);
    }

    void add(SubscriberTold told) {
        entities.persist(told);
    }

    Optional<Subscriber> byId(UUID id) {
        return Optional.ofNullable(entities.find(Subscriber.class, id));
    }

    /** Locked until the transaction ends. */
    Optional<Subscriber> lock(UUID id) {
        return Optional.ofNullable(entities.find(Subscriber.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** @param mark of the address */
    Optional<Subscriber> marked(UUID processor, String mark) {
        return entities.createQuery(
                        "select s from Subscriber s where s.processorId = :processor and s.mark = :mark",
                        Subscriber.class)
                .setParameter("processor", processor)
                .setParameter("mark", mark)
                .getResultStream()
                .findFirst();
    }

    /** With what they were told. */
    void remove(Subscriber subscriber) {
        entities.remove(subscriber);
    }

    /** How many were asked to confirm since then and have not. */
    long unconfirmedSince(Instant moment) {
        return entities.createQuery(
                        "select count(s) from Subscriber s where s.askedAt >= :moment and s.confirmedAt is null",
                        Long.class)
                .setParameter("moment", moment)
                .getSingleResult();
    }

    List<UUID> unconfirmedBefore(Instant moment, int most) {
        return entities.createQuery(
                        "select s.id from Subscriber s where s.askedAt < :moment and s.confirmedAt is null", UUID.class)
                .setParameter("moment", moment)
                .setMaxResults(most)
                .getResultList();
    }

    /** Whether that one is yet to be told, as {@link #untold} says. */
    boolean isUntold(Subscriber subscriber, Announcement change) {
        List<Boolean> withdrawals = entities.createQuery(
                        "select t from SubscriberTold t where t.subscriberId = :subscriber and t.changeId = :change",
                        SubscriberTold.class)
                .setParameter("subscriber", subscriber.id())
                .setParameter("change", change.id())
                .getResultStream()
                .map(SubscriberTold::isOfWithdrawal)
                .toList();
        return change.isWithdrawn() ? withdrawals.equals(List.of(false)) : withdrawals.isEmpty();
    }

    /** Who is yet to be told: of a change whoever had confirmed by then, of a withdrawal whoever heard of the change. */
    List<UUID> untold(Announcement change, int most) {
        return change.isWithdrawn() ? untoldOfWithdrawal(change.id(), most) : untoldOfChange(change, most);
    }

    private List<UUID> untoldOfChange(Announcement change, int most) {
        return entities.createQuery(
                        "select s.id from Subscriber s where s.processorId = :processor"
                                + " and s.confirmedAt <= :announced and s.id not in (select t.subscriberId"
                                + " from SubscriberTold t where t.changeId = :change) order by s.id",
                        UUID.class)
                .setParameter("processor", change.processorId())
                .setParameter("announced", change.announcedAt())
                .setParameter("change", change.id())
                .setMaxResults(most)
                .getResultList();
    }

    private List<UUID> untoldOfWithdrawal(UUID change, int most) {
        return entities.createQuery(
                        "select t.subscriberId from SubscriberTold t where t.changeId = :change"
                                + " group by t.subscriberId having count(t) = 1 order by t.subscriberId",
                        UUID.class)
                .setParameter("change", change)
                .setMaxResults(most)
                .getResultList();
    }
}
