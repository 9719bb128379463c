package app.countersign.breach;

import app.countersign.party.Organisation;
import java.util.Optional;
import java.util.UUID;

/**
 * For whom a breach is reported to an authority: one of us for our own data, or a controller on whose instruction we do it.
 *
 * @param organisation the controller, whose seat says which authority is competent
 * @param processorId which of us reports
 * @param concern the controller's concern; empty where it is ourselves
 */
record Responsible(Organisation organisation, UUID processorId, Optional<Concern> concern) {

    /** Nil where it is ourselves: an empty UUID column can't be read. */
    UUID concernId() {
        return concern.map(Concern::id).orElse(AuthorityReport.OURSELVES);
    }
}
