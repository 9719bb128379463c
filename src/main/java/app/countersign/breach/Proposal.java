package app.countersign.breach;

import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Optional;

/**
 * The authorities that may be competent, and why these.
 *
 * @param candidates one, or several among which a person must choose, or none that is known
 */
public record Proposal(List<Authority> candidates, Reason why) {

    public Proposal {
        candidates = List.copyOf(candidates);
    }

    /** The only one; empty where a person must choose. */
    public Optional<Authority> only() {
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }
}
