package app.countersign.deadline;

import java.util.Locale;
import java.util.Optional;

/** Puts clauses into words that this room can't know of: the room that keeps the contracts implements it. */
public interface Citing {

    /** How people cite it: {@code § 10 Abs. 1} for {@code okomo-dpa 10-1}; empty if it is none of these clauses. */
    Optional<String> label(String clause, Locale language);
}
