package app.countersign.demo;

import app.countersign.kernel.Settings;
import app.countersign.kernel.Turns;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sees to it that of several instances one makes the demonstration's data: its transaction holds the turn meanwhile. */
@Stateless
public class DemonstrationTurn {

    @Inject
    private Settings settings;

    @Inject
    private Turns turns;

    @Inject
    private Demonstration demonstration;

    /** In the background, so that the first page need not wait for it. */
    @PermitAll
    @Asynchronous
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void make() {
        if (settings.demo()) {
            turns.take("demonstration");
            demonstration.make();
        }
    }
}
