package app.countersign.schedule;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;

/** The jobs' rows. */
@Stateless
public class JobRows {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * Makes the job's row if it has none, in a transaction of its own: another instance may do the same at the same
     * moment, and whoever comes second must be able to ask again.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void register(String name) {
        em.createNativeQuery(
                        "insert into job (name, due_at) select ?, ? where not exists (select 1 from job where name = ?)")
                .setParameter(1, name)
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, name)
                .executeUpdate();
    }
}
