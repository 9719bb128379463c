package app.countersign.document;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * The moment at which looking at a stranger's file ends. Whatever loops asks it now and then. It counts the time that the
 * thread works, so that an honest file is not given up because the machine is busy; but it does not wait for ever either.
 * For one thread.
 */
final class Deadline {

    private static final int NOW_AND_THEN = 1024;
    private static final int PATIENCE = 6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long busyUntil;
    private final long waitingUntil;
    private int asked;

    private Deadline(Duration time) {
        busyUntil = busy() + time.toNanos();
        waitingUntil = System.nanoTime() + PATIENCE * time.toNanos();
    }

    static Deadline in(Duration time) {
        return new Deadline(time);
    }

    /** Nanoseconds that this thread has worked. */
    private static long busy() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Cheap enough for every byte. */
    void check() {
        if (++asked % NOW_AND_THEN == 0) {
            checkNow();
        }
    }

    /** For what is costly by itself. */
    void checkNow() {
        if (busy() - busyUntil > 0 || System.nanoTime() - waitingUntil > 0) {
            throw new Passed();
        }
    }

    /** It has passed. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
