package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** All that happened, oldest first. */
@ApplicationScoped
public class Trail {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    /** Called while the change's transaction runs; without one there is nothing to be part of, and it fails. */
    void record(@Observes DomainEvent event) {
        em.persist(new TrailEntry(event, actor.identity(), clock.instant()));
    }

    /** What happened to one object, oldest first. */
    public List<TrailEntry> of(String objectKind, UUID objectId) {
        return em.createQuery(
                        "select t from TrailEntry t where t.objectKind = :kind and t.objectId = :id order by t.id",
                        TrailEntry.class)
                .setParameter("kind", objectKind)
                .setParameter("id", objectId)
                .getResultList();
    }

    /** The last things that happened, newest first. */
    public List<TrailEntry> latest(int most) {
        return em.createQuery("select t from TrailEntry t order by t.id desc", TrailEntry.class)
                .setMaxResults(most)
                .getResultList();
    }
}
