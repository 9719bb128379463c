package app.countersign.retention;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Leaves a busy store time for others: when rows take much longer than they did at best, as long a rest follows as the
 * batch took.
 */
final class Pace {

    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    /** So many times as long for a row as at best is busy. */
    private static final int BUSY = 4;

    /** Of fewer rows, the commit is what takes the time. */
    private static final int ENOUGH = 50;

    private double best = Double.MAX_VALUE;

    void rest(long nanos, int rows) {
        long pause = pause(nanos, rows);
        if (pause > 0) {
            LockSupport.parkNanos(pause);
        }
    }

    /** How long to rest after a batch, in nanoseconds. */
    long pause(long nanos, int rows) {
        if (rows < ENOUGH) {
            return 0;
        }
        double each = (double) nanos / rows;
        best = Math.min(best, each);
        return each > best * BUSY ? Math.min(nanos, LONGEST) : 0;
    }
}
