package app.countersign.schedule;

import java.time.Duration;

/**
 * Work that the application does by itself. Implemented by a CDI bean of the room that knows what is to be done.
 *
 * <p>A run takes what is due, a capped number of pieces, each in its own transaction, and must cost what is due rather
 * than what exists. Killed at any moment, the next run takes up the rest.
 */
public interface Job {

    /** Unique, kebab case: {@code deliver-mail}. */
    String name();

    /** From the end of one run to the next; a run that reached its cap is followed at once. */
    Duration every();

    /** Does what is due.
     *
     * @return how many pieces were done, and whether more is waiting */
    Outcome run();

    record Outcome(int done, boolean more) {

        public static final Outcome NOTHING = new Outcome(0, false);
    }
}
