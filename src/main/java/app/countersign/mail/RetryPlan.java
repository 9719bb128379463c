package app.countersign.mail;

import java.time.Duration;

/**
 * How long a mail that could not be delivered waits: a minute, then twice as long each time up to four hours, for four
 * days in all. A mail server that is down over a long weekend loses nothing.
 */
final class RetryPlan {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(4);
    private static final int DOUBLINGS = 20;

    private RetryPlan() {}

    /** @param attempts how often it was tried, at least 1 */
    static Duration pauseAfter(int attempts) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /** @param waited since the first attempt */
    static boolean isExhausted(Duration waited) {
        return waited.compareTo(GIVE_UP_AFTER) >= 0;
    }
}
