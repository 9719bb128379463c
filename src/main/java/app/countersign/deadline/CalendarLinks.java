package app.countersign.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** The links to calendars that were made. */
@ApplicationScoped
class CalendarLinks {

    @PersistenceContext
    private EntityManager entities;

    void add(CalendarLink link) {
        entities.persist(link);
    }

    /** The one that opens: an account has one at most. */
    Optional<CalendarLink> of(UUID accountId) {
        return entities.createQuery(
                        "select l from CalendarLink l where l.accountId = :account and l.revokedAt is null",
                        CalendarLink.class)
                .setParameter("account", accountId)
                .getResultStream()
                .findFirst();
    }

    /** The one with that token, if it opens. */
    Optional<CalendarLink> find(String token) {
        return entities.createQuery("select l from CalendarLink l where l.tokenHash = :hash", CalendarLink.class)
                .setParameter("hash", CalendarLink.hash(token))
                .getResultStream()
                .findFirst()
                .filter(link -> !link.isRevoked());
    }
}
