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

    /** For the container, which makes none otherwise. */
    Chaining() {}

    Chaining(ChainStep step) {
        this.step = step;
    }

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
        // Read before the step: meanwhile another thread may chain further and see a head behind ours.
        Optional<Head> before = seen();
        ChainStep.Done done = step.run();
        before.ifPresent(head -> requireFollowing(head, done.head()));
        done.head().ifPresent(this::see);
        return done.rows();
    }

    private static void requireFollowing(Head before, Optional<Head> after) {
        Head now = after.orElseThrow(() -> new IllegalStateException("it is gone"));
        if (now.position() < before.position() || !now.installation().equals(before.installation())) {
            throw new IllegalStateException("it has gone back");
        }
    }

    private void see(Head head) {
        seen.accumulateAndGet(head, (old, now) -> old == null || now.position() >= old.position() ? now : old);
    }

    Optional<Head> seen() {
        return Optional.ofNullable(seen.get());
    }
}
