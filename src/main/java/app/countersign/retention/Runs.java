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

/** All runs, with their batches. */
@ApplicationScoped
class Runs {

    /** Nothing was asked for from then on. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

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
     * The newest first, of those processors, or of all if the list is empty.
     *
     * @param since those that ended before it are left out
     * @param before those that were asked for from then on are left out
     */
    List<Run> newest(Collection<UUID> processors, Optional<Instant> since, Optional<Instant> before, int most) {
        TypedQuery<Run> found = entities.createQuery(
                        "select r from RetentionRun r where r.askedAt < :before"
                                + " and (r.endedAt is null or r.endedAt >= :since)"
                                + (processors.isEmpty() ? "" : " and r.processorId in :processors")
                                + " order by r.askedAt desc, r.id",
                        Run.class)
                .setParameter("before", before.orElse(LATEST))
                .setParameter("since", since.orElse(Instant.EPOCH))
                .setMaxResults(most);
        return (processors.isEmpty() ? found : found.setParameter("processors", processors)).getResultList();
    }

    /** The newest first. */
    List<Run> of(UUID rule, int most) {
        return entities.createQuery(
                        "select r from RetentionRun r where r.ruleId = :rule order by r.askedAt desc, r.id", Run.class)
                .setParameter("rule", rule)
                .setMaxResults(most)
                .getResultList();
    }

    Optional<Run> openOf(UUID rule) {
        return entities.createQuery(
                        "select r from RetentionRun r where r.ruleId = :rule and r.state in :open", Run.class)
                .setParameter("rule", rule)
                .setParameter("open", RunState.OPEN)
                .getResultStream()
                .findFirst();
    }

    /** How many rows went the last time that it was done. */
    Optional<Long> lastDone(UUID rule) {
        return entities.createQuery(
                        "select r from RetentionRun r where r.ruleId = :rule and r.state = :done"
                                + " order by r.endedAt desc",
                        Run.class)
                .setParameter("rule", rule)
                .setParameter("done", RunState.DONE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Run::done);
    }

    /** Those at which there is something to do now. */
    List<UUID> atWork(Instant now) {
        return entities.createQuery(
                        "select r.id from RetentionRun r where r.state in :states and r.resumeAt <= :now"
                                + " order by r.resumeAt, r.id",
                        UUID.class)
                .setParameter("states", List.of(RunState.ASKED, RunState.RUNNING))
                .setParameter("now", now)
                .getResultList();
    }

    /** Those that have ended and have no protocol yet. */
    List<UUID> unrecorded() {
        return entities.createQuery(
                        "select r.id from RetentionRun r where r.endedAt is not null and r.protocolJson is null"
                                + " order by r.endedAt",
                        UUID.class)
                .getResultList();
    }

    /** In their order. */
    List<Batch> batches(UUID run) {
        return entities.createQuery(
                        "select b from RetentionBatch b where b.runId = :run order by b.number", Batch.class)
                .setParameter("run", run)
                .getResultList();
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
