package app.countersign.measure;

import app.countersign.kernel.Reason;
import app.countersign.terms.Span;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a statement promises less than the one before: alternatives must at least keep the level (oculavis-dpa
 * measures-4). What can be told by reckoning is told here; whether other words mean less, a person says.
 */
final class Lowering {

    private static final ZonedDateTime SOME_DAY = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private Lowering() {}

    /** Why it promises less; empty if nothing shows that it does.
     *
     * @param annex how often the annex is reviewed as a whole, before and after */
    static List<Reason> reasons(Statement before, Statement after, Span annex) {
        List<Reason> reasons = new ArrayList<>();
        if (isRarer(before.every(), after.every())) {
            reasons.add(Reason.of("measure.lowered.every"));
        }
        if (isRarer(
                Optional.of(before.review().orElse(annex)),
                Optional.of(after.review().orElse(annex)))) {
            reasons.add(Reason.of("measure.lowered.review"));
        }
        if (after.words().isBlank()) {
            reasons.add(Reason.of("measure.lowered.words"));
        }
        return reasons;
    }

    /** What is not promised at intervals at all is rarer than what is. */
    private static boolean isRarer(Optional<Span> before, Optional<Span> after) {
        return before.isPresent()
                && (after.isEmpty()
                        || after.get().after(SOME_DAY).isAfter(before.get().after(SOME_DAY)));
    }
}
