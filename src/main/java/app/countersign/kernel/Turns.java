package app.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Lets instances do one after the other what each would otherwise find undone: whoever comes second waits until the
 * first one's transaction has ended, or its process has died, and then sees what it did.
 */
@ApplicationScoped
public class Turns {

    @PersistenceContext
    private EntityManager entities;

    /** @param what a row of the table {@code turn}; ours until the caller's transaction ends */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(String what) {
        entities.createNativeQuery("select name from turn where name = ? for update")
                .setParameter(1, what)
                .getSingleResult();
    }
}
