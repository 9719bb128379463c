package app.countersign.measure;

import java.time.Instant;
import java.util.Optional;

/**
 * A measure's light and why it shines so: a policy, without a database. What failed counts more than what is proven,
 * what is not proven more than a review that is due.
 *
 * @param at when what the reason tells happened or happens; empty where there is no such instant
 */
public record Standing(Light light, Why why, Optional<Instant> at) {

    /** Its words are {@code measure.why.<why>}. */
    public enum Why {
        NO_EVIDENCE,
        FAILED,
        ENDED,
        REVIEW_DUE,
        ENDING,
        PROVEN
    }

    /**
     * @param provenUntil null if it never was
     * @param endingFrom from when somebody should see to new evidence; null where that comes by itself
     */
    static Standing of(Instant provenUntil, Instant endingFrom, boolean failing, Instant reviewDueAt, Instant now) {
        if (failing) {
            return new Standing(Light.UNPROVEN, Why.FAILED, Optional.empty());
        }
        if (provenUntil == null) {
            return new Standing(Light.UNPROVEN, Why.NO_EVIDENCE, Optional.empty());
        }
        if (!now.isBefore(provenUntil)) {
            return new Standing(Light.UNPROVEN, Why.ENDED, Optional.of(provenUntil));
        }
        if (!now.isBefore(reviewDueAt)) {
            return new Standing(Light.DUE, Why.REVIEW_DUE, Optional.of(reviewDueAt));
        }
        if (endingFrom != null && !now.isBefore(endingFrom)) {
            return new Standing(Light.DUE, Why.ENDING, Optional.of(provenUntil));
        }
        return new Standing(Light.PROVEN, Why.PROVEN, Optional.of(provenUntil));
    }
}
