package app.countersign.accesslog;

import app.countersign.access.Actor;
import app.countersign.access.Caller;
import app.countersign.kernel.OpenedObjects;
import app.countersign.kernel.Settings;
import app.countersign.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Writes accesses down. */
@ApplicationScoped
public class AccessNotes {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Actor actor;

    @Inject
    private OpenedObjects opened;

    @Inject
    private Trail trail;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private final Repeats repeats = new Repeats();

    /**
     * Writes down what was reached by a request that has been answered, unless it is no access to personal data or is
     * one that was written down a moment ago.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(String method, String path, String query) {
        Optional<Access> access = PersonalData.reached(method, path, query, opened.noted());
        if (access.isEmpty()) {
            return;
        }
        Actor.Identity who = who();
        if (who.id() != null && repeats.isFirst(who, access.get(), clock.instant())) {
            write(access.get(), who);
        }
    }

    /** Who holds a personal link has not signed in; it is known whom it was sent to. */
    private Actor.Identity who() {
        Actor.Identity known = actor.identity();
        return opened.customer()
                .filter(customer -> known.id() == null)
                .map(customer -> new Actor.Identity(
                        "customer",
                        customer.email().toLowerCase(java.util.Locale.ROOT),
                        customer.name(),
                        "link",
                        known.address()))
                .orElse(known);
    }

    /** Writes that down with the act of which it is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    void write(Access access) {
        write(access, actor.identity());
    }

    private void write(Access access, Actor.Identity who) {
        Instant now = clock.instant();
        em.persist(new AccessEntry(
                access, who, trail.pseudonym(who), actor.caller().flatMap(Caller::keyId), now.atZone(settings.zone())));
    }
}
