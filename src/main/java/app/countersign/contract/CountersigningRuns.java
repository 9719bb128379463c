package app.countersign.contract;

import app.countersign.kernel.StoredReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs of several countersignatures, and how far they have come. */
@ApplicationScoped
class CountersigningRuns {

    private static final String TIME_STAMP = "document.time-stamp.";
    private static final Duration STAMP_PAUSE = Duration.ofMinutes(5);
    private static final Duration STAMP_PATIENCE = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    CountersigningRun start(String accountName, Collection<UUID> contractIds) {
        CountersigningRun run = new CountersigningRun(accountName, clock.instant());
        entities.persist(run);
        int ordinal = 0;
        for (UUID contractId : contractIds) {
            entities.persist(new CountersigningRun.Item(run, contractId, ordinal++));
        }
        return run;
    }

    /** An account's runs, the newest first. */
    List<CountersigningRun> of(String accountName, int limit) {
        return entities.createQuery(
                        "select r from CountersigningRun r where r.accountName = :name order by r.startedAt desc",
                        CountersigningRun.class)
                .setParameter("name", accountName)
                .setMaxResults(limit)
                .getResultList();
    }

    List<CountersigningRun.Item> items(UUID runId) {
        return entities.createQuery(
                        "select i from RunItem i where i.run.id = :id order by i.ordinal", CountersigningRun.Item.class)
                .setParameter("id", runId)
                .getResultList();
    }

    /** Contracts whose turn it is; another instance may be at some of them. */
    List<UUID> waiting(int limit) {
        return entities.createQuery(
                        "select i.id from RunItem i where i.state = :state order by i.run.startedAt, i.ordinal",
                        UUID.class)
                .setParameter("state", ItemState.WAITING)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Lets those wait again that failed some minutes ago for want of a time stamp: nobody has to ask for that. After a
     * day a person does.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void reviveUnstamped() {
        Instant now = clock.instant();
        entities.createQuery(
                        "select i from RunItem i where i.state = :state and i.problemKey like :key"
                                + " and i.finishedAt <= :before and i.run.startedAt > :since",
                        CountersigningRun.Item.class)
                .setParameter("state", ItemState.FAILED)
                .setParameter("key", TIME_STAMP + "%")
                .setParameter("before", now.minus(STAMP_PAUSE))
                .setParameter("since", now.minus(STAMP_PATIENCE))
                .getResultList()
                .forEach(CountersigningRun.Item::again);
    }

    /** The item, locked, if it still waits and no other instance is at it. */
    Optional<CountersigningRun.Item> lockWaiting(UUID itemId) {
        List<?> ids = entities.createNativeQuery("select id from countersigning_item"
                        + " where id = ? and state = 'waiting' for update skip locked")
                .setParameter(1, itemId)
                .getResultList();
        return ids.stream().findFirst().map(id -> entities.find(CountersigningRun.Item.class, id));
    }

    /** That one could not be signed, and the others go on.
     *
     * @return the contract that it was, unless another instance is at it */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<UUID> failed(UUID itemId, StoredReason reason) {
        Optional<CountersigningRun.Item> item = lockWaiting(itemId);
        item.ifPresent(i -> i.failed(reason, clock.instant()));
        return item.map(CountersigningRun.Item::contractId);
    }
}
