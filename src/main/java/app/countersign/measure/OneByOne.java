package app.countersign.measure;

import app.countersign.kernel.Outage;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Pieces of work of which one that can't be done keeps none of the others undone. */
final class OneByOne {

    private static final Logger LOG = Logger.getLogger(OneByOne.class.getName());

    private OneByOne() {}

    /**
     * Does them all; those that can't be done are logged, and done the next time.
     *
     * @param name of a piece, for the log
     * @param work tells how much it did
     * @return the sum of what was done
     */
    static <T> int each(Collection<T> pieces, Function<T, Object> name, ToIntFunction<T> work) {
        int done = 0;
        for (T piece : pieces) {
            try {
                done += work.applyAsInt(piece);
            } catch (RuntimeException e) {
                if (Outage.isBehind(e)) {
                    throw e;
                }
                // The message of an exception may quote data; its kind does not.
                LOG.log(Level.SEVERE, "{0} can''t be worked on: {1}", new Object[] {
                    name.apply(piece), e.getClass().getName()
                });
            }
        }
        return done;
    }
}
