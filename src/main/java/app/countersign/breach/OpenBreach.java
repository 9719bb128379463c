package app.countersign.breach;

import app.countersign.retention.Cause;
import app.countersign.retention.Holding;
import app.countersign.retention.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/**
 * A breach that is open holds the data of the controllers concerned, so that what happened can still be documented (Art.
 * 33(5) GDPR): of those found as well, since nobody knows yet that they are not concerned, and not of those excluded. A
 * suspicion has found nobody yet, and holds nothing.
 */
@ApplicationScoped
class OpenBreach implements Cause {

    private static final String CLAUSE = "gdpr 33(5)";

    @Inject
    private Breaches breaches;

    @Inject
    private Holding holding;

    @Override
    public String kind() {
        return Breaches.KIND;
    }

    @Override
    public Set<UUID> controllers(UUID id, UUID processor) {
        return breaches.notExcluded(id, processor);
    }

    /** In the transaction in which it is opened, or opened again. */
    void hold(Breach breach, String by) {
        holding.begin(new Origin(kind(), breach.id(), breach.number(), CLAUSE), breach.processors(), by);
    }

    /** In the transaction in which more controllers come to be concerned. */
    void concernsMore(UUID breach) {
        holding.widen(breach);
    }

    /** In the transaction in which it is closed. */
    void letGo(UUID breach, String by) {
        holding.end(breach, by);
    }
}
