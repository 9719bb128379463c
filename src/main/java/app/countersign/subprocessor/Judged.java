package app.countersign.subprocessor;

import java.util.List;
import java.util.Optional;

/**
 * What one contract form says of an engagement's places.
 *
 * @param form code of the contract form; empty for what the law alone says
 * @param contracts how many contracts in force were made with it
 */
public record Judged(String form, long contracts, List<Placing> placings) {

    /** The worst of it. */
    public Verdict verdict() {
        return placings.stream().map(Placing::verdict).max(Verdict::compareTo).orElse(Verdict.FOUNDED);
    }

    /** The worst place. */
    public Optional<Placing> worst() {
        return placings.stream().max((one, other) -> one.verdict().compareTo(other.verdict()));
    }

    /** The place that stands on a decision which ends. */
    public Optional<Placing> ending() {
        return placings.stream().filter(placing -> placing.until().isPresent()).findFirst();
    }
}
