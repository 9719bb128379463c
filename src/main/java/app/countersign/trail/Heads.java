package app.countersign.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The heads that are kept here. What matters are those that somebody keeps elsewhere. */
@ApplicationScoped
class Heads {

    @PersistenceContext
    private EntityManager em;

    /** Keeps it, unless one for the same row is kept already. */
    @Transactional
    KeptHead keep(Head head) {
        KeptHead known = em.find(KeptHead.class, head.position());
        if (known != null) {
            return known;
        }
        KeptHead kept = new KeptHead(head);
        em.persist(kept);
        return kept;
    }

    /** By position. */
    List<String> all() {
        return em.createQuery("select h from KeptHead h order by h.position", KeptHead.class)
                .getResultStream()
                .map(KeptHead::json)
                .toList();
    }

    /** When the last one was kept. */
    Optional<Instant> last() {
        return latest("h.signedAt");
    }

    /** When the last one was mailed. */
    Optional<Instant> lastMailed() {
        return latest("h.mailedAt");
    }

    /** Not by max(), to whose result no converter is applied. */
    private Optional<Instant> latest(String instant) {
        return em.createQuery(
                        "select " + instant + " from KeptHead h where " + instant + " is not null order by " + instant
                                + " desc",
                        Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
