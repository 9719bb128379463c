package app.countersign.subprocessor;

import app.countersign.kernel.Country;
import app.countersign.kernel.Reason;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was found of a place.
 *
 * @param reason why, for people
 * @param clause that demands it, by its id; empty where only the law does
 * @param until the last day of the decision on which it stands, where that has an end and nothing else carries it
 */
public record Placing(
        Country country, Verdict verdict, Reason reason, Optional<String> clause, Optional<LocalDate> until) {

    static Placing of(Country country, Verdict verdict, Reason reason, Optional<String> clause) {
        return new Placing(country, verdict, reason, clause, Optional.empty());
    }

    public boolean isBad() {
        return verdict.compareTo(Verdict.UNFOUNDED) >= 0;
    }
}
