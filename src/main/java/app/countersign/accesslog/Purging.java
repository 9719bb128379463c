package app.countersign.accesslog;

import app.countersign.accesslog.LogPromises.Promise;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.Settings;
import app.countersign.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/** Deletes what the terms no longer let us keep. Each batch is a transaction, with the trail's row in it. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Purging {

    static final int BATCH = 5000;

    /** Rows of the trail a batch: each is written anew. */
    static final int TRAIL_BATCH = 200;

    /** Events of the trail that are accesses: what they tell of persons is kept no longer than this log. */
    private static final Set<String> IN_TRAIL = Set.of("signed-in", "signed-out", "sign-in-failed", "account-locked");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private AccessEntries entries;

    @Inject
    private LogTerms terms;

    @Inject
    private Trail trail;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** @return how many rows went; 0 if none is too old, or no template says how long they are kept */
    int log() {
        Optional<Promise> promise = terms.kept();
        if (promise.isEmpty()) {
            return 0;
        }
        Instant before = before(promise.get());
        int gone = entries.delete(before, BATCH);
        if (gone > 0) {
            happened.fire(new AccessLogEvent.AccessLogPurged(
                    gone, before, Optional.of(promise.get().clause())));
        }
        return gone;
    }

    /** @return whether there is more */
    boolean trail() {
        Optional<Promise> promise = terms.kept();
        if (promise.isEmpty()) {
            return false;
        }
        Instant before = before(promise.get());
        Purge purge = em.find(Purge.class, Purge.TRAIL);
        if (purge == null) {
            purge = new Purge(Purge.TRAIL, Instant.EPOCH);
            em.persist(purge);
        }
        if (!purge.until().isBefore(before)) {
            return false;
        }
        Instant reached = trail.forget(IN_TRAIL, purge.until(), before, TRAIL_BATCH);
        purge.reaches(reached);
        return reached.isBefore(before);
    }

    /** What is older is kept for longer than promised; months are those of the installation's calendar. */
    private Instant before(Promise promise) {
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        Period period = promise.span().period();
        return period == null
                ? now.toInstant().minus(promise.span().duration())
                : now.minus(period).toInstant();
    }
}
