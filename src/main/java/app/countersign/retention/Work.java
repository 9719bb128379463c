package app.countersign.retention;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store that was opened for one rule. One thread's; what {@link #take} did is undone unless {@link #commit} follows.
 */
interface Work extends AutoCloseable {

    /** SHA-256 of everything that will be run, but for what changes from night to night: what a person approves. */
    String fingerprint();

    /** What will be run, to be read. */
    List<String> statements();

    /** Whether our account may do all of it, and no more. */
    Grants grants() throws Trouble;

    Preview preview() throws Trouble;

    /**
     * The next rows in the order of their keys. What is taken was expired and not held at that very moment.
     *
     * @param after the last key of the batch before; empty to begin
     * @param most rows, those that depend on them not counted
     * @param known is told the keys before the store is at work with them; more than once if rows change meanwhile
     * @return empty if there are none left
     */
    Optional<Taken> take(Optional<String> after, int most, Consumer<List<String>> known) throws Trouble;

    /** The same where nobody has anything to do meanwhile. */
    default Optional<Taken> take(Optional<String> after, int most) throws Trouble {
        return take(after, most, keys -> {});
    }

    /** The next part that goes at once; empty where all that is left goes row by row. */
    default Optional<Whole> whole() throws Trouble {
        return Optional.empty();
    }

    /** The most rows that may be taken at once. */
    int most();

    void commit() throws Trouble;

    void rollback() throws Trouble;

    /** How many of those rows are there still, and expired. */
    long remaining(List<String> keys) throws Trouble;

    /** How many of those rows are there still, expired or not. */
    long present(List<String> keys) throws Trouble;

    /** As {@link #take}, with those very rows: waits for whoever still has them. */
    Optional<Taken> takeAgain(List<String> keys) throws Trouble;

    @Override
    void close();
}
