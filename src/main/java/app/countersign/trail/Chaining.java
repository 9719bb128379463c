package app.countersign.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives committed rows their place in the chain: each second by {@link ChainingJob}, and at once before the chain is
 * read as a whole. Of all instances one does it at a time, the others wait for a row lock; nobody who acts does.
 */
@ApplicationScoped
class Chaining {

    @Inject
    private ChainStep step;

    /** The last head that this instance has seen: the chain can't end before it. */
    private final AtomicReference<Head> seen = new AtomicReference<>();

    /** Until nothing is left that was committed before.
     *
     * @return where the chain ends now; empty if nothing was ever recorded */
    Optional<Head> now() {
        while (once() == ChainStep.CAP) {
            continue;
        }
        return Optional.ofNullable(seen.get());
    }

    /** @return how many rows were chained, at most {@link ChainStep#CAP} */
    int once() {
        ChainStep.Done done = step.run();
        if (done.head().isEmpty() && seen.get() != null) {
            throw new IllegalStateException("it is gone");
        }
        done.head().ifPresent(this::see);
        return done.rows();
    }

    private void see(Head head) {
        Head before =
                seen.getAndAccumulate(head, (old, now) -> old == null || now.position() >= old.position() ? now : old);
        boolean wentBack = before != null
                && (head.position() < before.position() || !head.installation().equals(before.installation()));
        if (wentBack) {
            throw new IllegalStateException("it has gone back");
        }
    }

    Optional<Head> seen() {
        return Optional.ofNullable(seen.get());
    }
}
