package app.countersign.it;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what happens in the background. */
public final class Patience {

    private static final int PAUSE_MILLIS = 150;

    private Patience() {}

    /** Comes back as soon as that holds; fails when it does not within the time. */
    public static void until(String what, Duration longest, BooleanSupplier holds) {
        Instant end = Instant.now().plus(longest);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + longest.toSeconds() + " s: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
