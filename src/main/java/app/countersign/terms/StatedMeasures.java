package app.countersign.terms;

import java.util.List;
import java.util.Optional;

/**
 * The measures of a template, and how often they are looked at as a whole.
 *
 * @param all in the order of the file
 * @param review how often a person reviews those that name no interval of their own
 * @param reviewClause that demands it; empty where the interval is the house's own
 * @param first until when a measure that has no evidence yet has its first
 * @param mend until when evidence that failed or ended is renewed
 * @param evidence how long evidence holds that says nothing else
 */
public record StatedMeasures(
        List<StatedMeasure> all, Span review, Optional<Clause> reviewClause, Span first, Span mend, Span evidence) {

    /** Where they stand in a template's folder. */
    public static final String FILE = "measures.yaml";

    public StatedMeasures {
        all = List.copyOf(all);
    }
}
