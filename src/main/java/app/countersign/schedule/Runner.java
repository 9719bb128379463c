package app.countersign.schedule;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs one job if it is due and nobody else runs it. Its transaction holds the job's row while the job works. */
@Stateless
public class Runner {

    private static final Logger LOG = Logger.getLogger(Runner.class.getName());

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Work work;

    /**
     * @param wanted whether somebody says that there is something to do: then it need not be due
     * @return whether more is waiting
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean run(Job job, boolean wanted) {
        if (em.createNativeQuery("select name from job where name = ? for update skip locked")
                .setParameter(1, job.name())
                .getResultList()
                .isEmpty()) {
            return false;
        }
        JobRow row = em.find(JobRow.class, job.name());
        Instant start = clock.instant();
        if (!wanted && !row.isDue(start)) {
            return false;
        }
        try {
            Job.Outcome outcome = work.of(job);
            row.succeeded(start, clock.instant(), outcome, job.every());
            return outcome.more();
        } catch (RuntimeException e) {
            // The message of an exception may quote data; its kind does not.
            LOG.log(Level.WARNING, "job {0} failed: {1}", new Object[] {
                job.name(), e.getClass().getName()
            });
            LOG.log(Level.FINE, "job failed", e);
            row.failed(start, clock.instant(), e.getClass().getName(), job.every());
            return false;
        }
    }
}
