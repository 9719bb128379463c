package app.countersign.demo;

import app.countersign.access.Roles;
import app.countersign.kernel.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the demonstration's data. Each step is a transaction of its own and done once: an interrupted start goes on with
 * the next.
 */
@Stateless
@RunAs(Roles.LEGAL)
public class Demonstration {

    /** The principal under which this runs: see glassfish-web.xml. */
    static final String PRINCIPAL = "countersign:demo";

    private static final Logger LOG = Logger.getLogger(Demonstration.class.getName());

    @Inject
    private DemoProcessors processors;

    @Inject
    private DemoContracts contracts;

    @Inject
    private DemoRegisters registers;

    @Inject
    private DemoBreaches breaches;

    @Inject
    private DemoDeletions deletions;

    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void make() {
        try {
            processors.make(PRINCIPAL);
            DemoCustomers.ALL.forEach(contracts::make);
            registers.make();
            breaches.make();
            deletions.make();
        } catch (Refused e) {
            LOG.log(
                    Level.WARNING,
                    "demonstration data is incomplete: {0}",
                    e.reason().key());
        }
    }
}
