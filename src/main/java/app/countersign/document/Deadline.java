package app.countersign.document;

import java.time.Duration;

/** The moment at which looking at a stranger's file ends. Whatever loops asks it now and then. */
final class Deadline {

    private static final int NOW_AND_THEN = 1024;

    private final long nanos;
    private int asked;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Cheap enough for every byte. */
    void check() {
        if (++asked % NOW_AND_THEN == 0 && System.nanoTime() - nanos > 0) {
            throw new Passed();
        }
    }

    /** It has passed. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
