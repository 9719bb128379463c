package app.countersign.schedule;

import app.countersign.access.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Lets a job work as the application itself, outside the transaction that holds its row. */
@Stateless
@RunAs(Roles.SYSTEM)
public class Work {

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Job.Outcome of(Job job) {
        return job.run();
    }
}
