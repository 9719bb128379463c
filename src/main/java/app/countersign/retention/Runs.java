package app.countersign.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** All runs, with their batches. */
@ApplicationScoped
class Runs {

    /** Nothing was asked for from then on. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final int AT_ONCE = 20;

    @PersistenceContext
    private EntityManager entities;

    Optional<Run> byId(UUID id) {
        return Optional.ofNullable(entities.find(Run.class, id));
    }

    Optional<Run> lock(UUID id) {
        return Optional.ofNullable(entities.find(Run.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Run run) {
        entities.persist(run);
    }

    void add(Batch batch) {
        entities.persist(batch);
    }

    /**
     * The newest first, of those processors, or of all if the list is empty; those of an erasure stand with it.
     *
     * @param since those that ended before it are left out
     * @param before those that were asked for from then on are left out
     */
    List<Run> newest(Collection<UUID> processors, Optional<Instant> since, Optional<Instant> before, int most) {
        TypedQuery<Run> found = entities.createQuery(
                        "select r from RetentionRun r where r.erasureId is null and r.askedAt < :before"
                                + " and (r.endedAt is null or r.endedAt >= :since)"
                                + (processors.isEmpty() ? "" : " and r.processorId in :processors")
                                + " order by r.askedAt desc, r.id",
                        Run.class)
                .setParameter("before", before.orElse(LATEST))
                .setParameter("since", since.orElse(Instant.EPOCH))
                .setMaxResults(most);
        return (processors.isEmpty() ? found : found.setParameter("processors", processors)).getResultList();
    }

    /** Those of an erasure, in order. */
    List<Run> ofErasure(UUID erasure) {
        return entities.createQuery(
                        "select r from RetentionRun r where r.erasureId = :erasure order by r.storeId, r.id", Run.class)
                .setParameter("erasure", erasure.toString())
                .getResultList();
    }

    /** The newest first; those that somebody's time does not reach are left out before they are counted. */
    List<Run> of(UUID rule, Optional<Instant> since, Optional<Instant> before, int most) {
        return entities.createQuery(
                        "select r from RetentionRun r where r.ruleId = :rule and r.erasureId is null"
                                + " and r.askedAt < :before and (r.endedAt is null or r.endedAt >= :since)"
                                + " order by r.askedAt desc, r.id",
                        Run.class)
                .setParameter("rule", rule)
                .setParameter("before", before.orElse(LATEST))
                .setParameter("since", since.orElse(Instant.EPOCH))
                .setMaxResults(most)
                .getResultList();
    }

    /** That of the rule itself, not of an erasure. */
    Optional<Run> openOf(UUID rule) {
        return entities.createQuery(
                        "select r from RetentionRun r where r.ruleId = :rule and r.erasureId is null"
                                + " and r.state in :open",
                        Run.class)
                .setParameter("rule", rule)
                .setParameter("open", RunState.OPEN)
                .getResultStream()
                .findFirst();
    }

    /** How many rows went the last time that it was done. */
    Optional<Long> lastDone(UUID rule) {
        return entities.createQuery(
                        "select r from RetentionRun r where r.ruleId = :rule and r.erasureId is null"
                                + " and r.state = :done"
                                + " order by r.endedAt desc",
                        Run.class)
                .setParameter("rule", rule)
                .setParameter("done", RunState.DONE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Run::done);
    }

    /** Those at which there is something to do now, or that wait for a time which only a clock of before could have said. */
    List<UUID> atWork(Instant now) {
        return entities.createQuery(
                        "select r.id from RetentionRun r where r.state in :states"
                                + " and (r.resumeAt <= :now or r.resumeAt > :beyond) order by r.resumeAt, r.id",
                        UUID.class)
                .setParameter("states", List.of(RunState.ASKED, RunState.RUNNING))
                .setParameter("now", now)
                .setParameter("beyond", now.plus(Nights.FURTHEST))
                .getResultList();
    }

    /** Those that have ended and have no protocol yet. */
    List<UUID> unrecorded() {
        return entities.createQuery(
                        "select r.id from RetentionRun r where r.erasureId is null and r.endedAt is not null"
                                + " and r.protocolJson is null"
                                + " order by r.endedAt",
                        UUID.class)
                .getResultList();
    }

    /** Those that were committed, in their order; a few at a time, since each holds the hashes of all its rows. */
    void eachDone(UUID run, Consumer<Batch> each) {
        int after = 0;
        List<Batch> some;
        do {
            some = entities.createQuery(
                            "select b from RetentionBatch b where b.runId = :run and b.state = :state"
                                    + " and b.number > :after order by b.number",
                            Batch.class)
                    .setParameter("run", run)
                    .setParameter("state", BatchState.DONE)
                    .setParameter("after", after)
                    .setMaxResults(AT_ONCE)
                    .getResultList();
            for (Batch batch : some) {
                each.accept(batch);
                after = batch.number();
                entities.detach(batch);
            }
        } while (some.size() == AT_ONCE);
    }

    /** The one of which nobody knows yet whether its store committed it. */
    Optional<Batch> unsettled(UUID run) {
        return entities.createQuery(
                        "select b from RetentionBatch b where b.runId = :run and b.state = :state", Batch.class)
                .setParameter("run", run)
                .setParameter("state", BatchState.INTENDED)
                .getResultStream()
                .findFirst();
    }

    /** Without a look at its keys and hashes: they are many.
     *
     * @return whether it was yet to be settled */
    boolean settle(UUID batch, Instant now) {
        return entities.createQuery("update RetentionBatch b set b.state = :done, b.keys = null, b.settledAt = :now"
                                + " where b.id = :batch and b.state = :intended")
                        .setParameter("done", BatchState.DONE)
                        .setParameter("now", now)
                        .setParameter("batch", batch)
                        .setParameter("intended", BatchState.INTENDED)
                        .executeUpdate()
                == 1;
    }

    Batch batch(UUID id) {
        return entities.find(Batch.class, id);
    }

    int nextNumber(UUID run) {
        return entities.createQuery(
                                "select coalesce(max(b.number), 0) from RetentionBatch b where b.runId = :run",
                                Integer.class)
                        .setParameter("run", run)
                        .getSingleResult()
                + 1;
    }
}
