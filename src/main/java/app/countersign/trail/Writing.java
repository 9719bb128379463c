package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.kernel.DomainEvent;
import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/**
 * Writes rows in the caller's transaction, without a look at any other row: acts don't wait for each other. Each row
 * carries a seal that only the application can make, until it has its place in the chain.
 */
@ApplicationScoped
class Writing {

    /** What a seal is for. */
    static final String SEAL = "trail-entry";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /** @return the row's id */
    long write(DomainEvent event, Actor.Identity actor, UUID pseudonym) {
        TrailRow row = new TrailRow(event, actor, pseudonym, clock.instant());
        em.persist(row);
        row.sealed(vault.conceal(row.hashed(), SEAL));
        return row.id();
    }
}
