package app.countersign.accesslog;

import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All reviews, of which at most one is due. */
@ApplicationScoped
class Reviews {

    @PersistenceContext
    private EntityManager em;

    void add(Review review) {
        em.persist(review);
    }

    /** The one that is to be confirmed next. */
    Optional<Review> due() {
        return em.createQuery("select r from Review r where r.endsAt is null", Review.class)
                .getResultStream()
                .findFirst();
    }

    /** Those that were confirmed, the newest first. */
    List<Review> past(int most) {
        return em.createQuery(
                        "select r from Review r where r.endsAt is not null order by r.endsAt desc, r.id", Review.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** The last one that somebody confirmed. */
    Optional<Review> lastConfirmed() {
        return em.createQuery(
                        "select r from Review r where r.confirmedBy is not null order by r.endsAt desc", Review.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** @throws NotFound if there is none */
    Review lock(UUID id) {
        Review review = em.find(Review.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (review == null) {
            throw NotFound.because("accesslog.refusal.unknown");
        }
        return review;
    }
}
