package app.countersign.retention;

import java.util.Optional;

/** A part of a store that goes at once, such as a partition; nobody writes in it until the work is committed or undone. */
interface Whole {

    /** The next of its rows; empty once all were told. */
    Optional<Taken> next() throws Trouble;

    /** Removes it, not yet for good. */
    void drop() throws Trouble;
}
