package app.countersign.trail;

import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The verifications that were asked for. */
@ApplicationScoped
class Verifications {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Event<DomainEvent> happened;

    @Inject
    private Clock clock;

    void add(Verification verification) {
        em.persist(verification);
    }

    Optional<Verification> byId(UUID id) {
        return Optional.ofNullable(em.find(Verification.class, id));
    }

    /** The one that was asked for last. */
    Optional<Verification> last() {
        return em.createQuery("select v from Verification v order by v.askedAt desc", Verification.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The one that was finished last. */
    Optional<Verification> lastFinished() {
        return em.createQuery(
                        "select v from Verification v where v.finishedAt is not null order by v.finishedAt desc",
                        Verification.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<Verification> waiting(int most) {
        return em.createQuery(
                        "select v from Verification v where v.finishedAt is null order by v.askedAt",
                        Verification.class)
                .setMaxResults(most)
                .getResultList();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void read(UUID id, long rows) {
        em.find(Verification.class, id).read(rows);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void finished(UUID id, Head end, Verifier.Walk walk, Verifier.Findings found) {
        Verification verification = em.find(Verification.class, id);
        verification.finished(end, walk, found, clock.instant());
        happened.fire(new TrailEvent.TrailVerified(id, walk.rows(), found.count()));
    }
}
