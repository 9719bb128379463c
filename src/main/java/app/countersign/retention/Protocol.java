package app.countersign.retention;

import app.countersign.party.Organisation;
import java.time.Instant;
import java.util.List;

/**
 * What is told of a run once it has ended.
 *
 * @param clause as people cite it
 * @param batches those that were committed
 * @param holds how many holds stood
 * @param asOf when it was made
 */
record Protocol(
        Run run,
        Rule rule,
        Store store,
        Organisation processor,
        String clause,
        List<BatchLine> batches,
        int holds,
        Instant asOf) {

    Protocol {
        batches = List.copyOf(batches);
    }
}
