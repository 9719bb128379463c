package app.countersign.announcement;

import app.countersign.kernel.Outage;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps one thing that trips the application up from keeping the others waiting. */
final class Stumbling {

    private static final Logger LOG = Logger.getLogger(Stumbling.class.getName());

    private Stumbling() {}

    /**
     * Does it. An outage is no fault of what was to be done: it ends the run, and the next one tries again.
     *
     * @param what the log calls it
     * @return how much was done; none if the application tripped
     */
    static int over(String what, UUID id, IntSupplier act) {
        try {
            return act.getAsInt();
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "{0} {1} trips a job: {2}", new Object[] {
                what, id, e.getClass().getName()
            });
            LOG.log(Level.FINE, "what a job trips over", e);
            return 0;
        }
    }
}
