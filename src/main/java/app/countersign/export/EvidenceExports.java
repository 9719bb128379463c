package app.countersign.export;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All choices that were asked for. Each belongs to the account that asked; to others it isn't there. */
@ApplicationScoped
class EvidenceExports {

    private static final String UNKNOWN = "export.refusal.unknown";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Actor actor;

    void add(EvidenceExport export) {
        entities.persist(export);
    }

    /** @throws NotFound if there is none that the caller asked for */
    EvidenceExport require(UUID id) {
        return own(entities.find(EvidenceExport.class, id));
    }

    /** As {@link #require}, locked until the transaction ends. */
    EvidenceExport lock(UUID id) {
        return own(entities.find(EvidenceExport.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private EvidenceExport own(EvidenceExport export) {
        if (export == null || !export.asker().equals(me())) {
            throw NotFound.because(UNKNOWN);
        }
        return export;
    }

    /** Empty if there is none that the caller asked for. */
    Optional<EvidenceExport> own(UUID id) {
        return find(id).filter(one -> one.asker().equals(me()));
    }

    private UUID me() {
        return actor.caller().map(Caller::accountId).orElseThrow(() -> NotFound.because(UNKNOWN));
    }

    /** The caller's, the newest first.
     *
     * @param after the last of the page before */
    List<EvidenceExport> page(Optional<EvidenceExport> after, int limit) {
        var query = entities.createQuery(
                        "select e from EvidenceExport e where e.askerId = :asker"
                                + after.map(last -> " and (e.askedAt < :at or e.askedAt = :at and e.id > :last)")
                                        .orElse("")
                                + " order by e.askedAt desc, e.id",
                        EvidenceExport.class)
                .setParameter("asker", me().toString())
                .setMaxResults(limit);
        after.ifPresent(last -> query.setParameter("at", last.askedAt()).setParameter("last", last.id()));
        return query.getResultList();
    }

    /** How many of the caller's are under way. */
    long underWay() {
        return entities.createQuery(
                        "select count(e) from EvidenceExport e where e.askerId = :asker and e.state in :states",
                        Long.class)
                .setParameter("asker", me().toString())
                .setParameter("states", List.of(ExportState.WAITING, ExportState.BUILDING))
                .getSingleResult();
    }

    /** Whoever asked. */
    EvidenceExport lockAny(UUID id) {
        return entities.find(EvidenceExport.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<EvidenceExport> find(UUID id) {
        return Optional.ofNullable(entities.find(EvidenceExport.class, id));
    }

    /** The next to be built, the one that was begun first: if its builder lived, it would hold the job. */
    Optional<UUID> next() {
        return in(ExportState.BUILDING).or(() -> in(ExportState.WAITING));
    }

    private Optional<UUID> in(ExportState state) {
        return entities.createQuery(
                        "select e.id from EvidenceExport e where e.state = :state order by e.askedAt, e.id", UUID.class)
                .setParameter("state", state)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those that are offered. */
    List<EvidenceExport> ready(int most) {
        return entities.createQuery(
                        "select e from EvidenceExport e where e.state = :ready order by e.askedAt",
                        EvidenceExport.class)
                .setParameter("ready", ExportState.READY)
                .setMaxResults(most)
                .getResultList();
    }
}
