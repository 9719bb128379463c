package app.countersign.backup;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All backups, and what becomes of each; every step is a transaction of its own, so that all can see it. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Runs {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    Run ask(String account) {
        Run run = new Run(UUID.randomUUID(), account, clock.instant());
        entities.persist(run);
        if (account != null) {
            events.fire(new BackupEvent.BackupAsked(run));
        }
        return run;
    }

    /** The last one that was asked for until then: a clock that ran ahead for a while leaves some of later. */
    Optional<Run> lastUntil(Instant now) {
        return entities.createQuery(
                        "select r from BackupRun r where r.askedAt <= :now order by r.askedAt desc, r.id", Run.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The newest first. */
    List<Run> newest(int limit) {
        return entities.createQuery("select r from BackupRun r order by r.askedAt desc, r.id", Run.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The oldest first. */
    List<Run> in(RunState state) {
        return entities.createQuery("select r from BackupRun r where r.state = :state order by r.askedAt", Run.class)
                .setParameter("state", state)
                .getResultList();
    }

    Optional<Run> last(RunState state) {
        return entities.createQuery(
                        "select r from BackupRun r where r.state = :state order by r.askedAt desc", Run.class)
                .setParameter("state", state)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The last one whose file was written, proven or not. */
    Optional<Run> lastWritten() {
        return entities.createQuery(
                        "select r from BackupRun r where r.writtenAt is not null order by r.writtenAt desc", Run.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those whose file is still there, the newest first. */
    List<Run> kept() {
        return entities.createQuery(
                        "select r from BackupRun r where r.writtenAt is not null and r.deletedAt is null"
                                + " order by r.askedAt desc, r.id",
                        Run.class)
                .getResultList();
    }

    void begin(UUID id, String fileName) {
        of(id).begin(fileName, clock.instant());
    }

    void at(UUID id, long done, long total) {
        of(id).at(done, total);
    }

    void written(UUID id, long size, Manifest manifest) {
        Run run = of(id);
        run.written(size, manifest, clock.instant());
        events.fire(new BackupEvent.BackupMade(run));
    }

    void verified(UUID id, List<Reason> damages) {
        Run run = of(id);
        run.verified(damages, clock.instant());
        events.fire(new BackupEvent.BackupVerified(run));
    }

    void failed(UUID id, Reason problem) {
        Run run = of(id);
        run.failed(problem, clock.instant());
        events.fire(new BackupEvent.BackupFailed(run));
    }

    void deleted(UUID id) {
        Run run = of(id);
        run.deleted(clock.instant());
        events.fire(new BackupEvent.BackupDeleted(run));
    }

    /** Tells the trail of restorations that happened while the application did not run. */
    void tellOfRestorations() {
        entities.createQuery("select r from Restoration r where r.toldAt is null", Restoration.class)
                .getResultList()
                .forEach(restoration -> {
                    restoration.told(clock.instant());
                    events.fire(new BackupEvent.Restored(restoration));
                });
    }

    private Run of(UUID id) {
        return entities.find(Run.class, id);
    }
}
