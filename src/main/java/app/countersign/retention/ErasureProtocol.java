package app.countersign.retention;

import app.countersign.party.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is told of an erasure once it is over.
 *
 * @param controller whose data alone was meant
 * @param clause as people cite it
 * @param byHand what people did where no program of ours reaches
 * @param unreached rules that don't tell persons apart, or rest
 * @param asOf when it was made
 */
record ErasureProtocol(
        Erasure erasure,
        Organisation processor,
        Optional<Organisation> controller,
        String clause,
        List<Part> parts,
        List<HandDeletion> byHand,
        List<Rule> unreached,
        Instant asOf) {

    ErasureProtocol {
        parts = List.copyOf(parts);
        byHand = List.copyOf(byHand);
        unreached = List.copyOf(unreached);
    }

    /**
     * What one rule did.
     *
     * @param batches those that were committed
     */
    record Part(Run run, Rule rule, Store store, List<BatchLine> batches) {

        Part {
            batches = List.copyOf(batches);
        }

        /** The person's rows about which the rule is not. */
        long beside() {
            return run.preview()
                    .map(found -> found.rows() - found.expired() - found.held())
                    .orElse(0L);
        }
    }
}
