package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All that happened, oldest first. */
@ApplicationScoped
public class Trail {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Actor actor;

    @Inject
    private CallersRemit remit;

    @Inject
    private Clock clock;

    /** Called while the change's transaction runs; without one there is nothing to be part of, and it fails. */
    void record(@Observes DomainEvent event) {
        em.persist(new TrailEntry(event, actor.identity(), clock.instant()));
    }

    /** What happened to one object, as far as the caller may know, oldest first. */
    public List<TrailEntry> of(String objectKind, UUID objectId) {
        Remit own = remit.get();
        return em.createQuery(
                        "select t from TrailEntry t where t.objectKind = :kind and t.objectId = :id order by t.id",
                        TrailEntry.class)
                .setParameter("kind", objectKind)
                .setParameter("id", objectId)
                .getResultStream()
                .filter(entry -> isWithin(own, entry))
                .toList();
    }

    private static boolean isWithin(Remit own, TrailEntry entry) {
        return own.covers(entry.processor().orElse(null)) && own.reaches(entry.at(), Optional.of(entry.at()));
    }

    /** The last things that happened of which the caller may know, newest first. */
    public List<TrailEntry> latest(int most) {
        Remit own = remit.get();
        Stream<TrailEntry> entries = own.everyProcessor()
                ? latest("", Optional.empty(), most)
                : own.processors().stream()
                        .flatMap(p -> latest(" where t.processor = :processor", Optional.of(p), most));
        return entries.filter(entry -> isWithin(own, entry))
                .sorted(Comparator.comparing(TrailEntry::id).reversed())
                .limit(most)
                .toList();
    }

    private Stream<TrailEntry> latest(String where, Optional<UUID> processor, int most) {
        String order = processor.isPresent() ? "t.processor desc, t.id desc" : "t.id desc";
        TypedQuery<TrailEntry> query =
                em.createQuery("select t from TrailEntry t" + where + " order by " + order, TrailEntry.class);
        processor.ifPresent(p -> query.setParameter("processor", p));
        return query.setMaxResults(most).getResultStream();
    }
}
