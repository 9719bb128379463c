package app.countersign.measure;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.measure.Standing.Why;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(1));

    @Test
    void withoutEvidenceNothingIsProven() {
        assertThat(Standing.of(null, null, false, LATER, NOW)).satisfies(of(Light.UNPROVEN, Why.NO_EVIDENCE));
    }

    @Test
    void evidenceThatHoldsProves() {
        assertThat(Standing.of(LATER, null, false, LATER, NOW)).satisfies(of(Light.PROVEN, Why.PROVEN));
    }

    @Test
    void evidenceEndsAtItsInstant() {
        assertThat(Standing.of(NOW.plusSeconds(1), null, false, LATER, NOW)).satisfies(of(Light.PROVEN, Why.PROVEN));
        assertThat(Standing.of(NOW, null, false, LATER, NOW)).satisfies(of(Light.UNPROVEN, Why.ENDED));
    }

    @Test
    void whatFailedCountsMoreThanWhatHolds() {
        assertThat(Standing.of(LATER, null, true, LATER, NOW)).satisfies(of(Light.UNPROVEN, Why.FAILED));
    }

    @Test
    void aReviewThatIsDueOrEvidenceThatEndsIsDue() {
        assertThat(Standing.of(LATER, null, false, NOW, NOW)).satisfies(of(Light.DUE, Why.REVIEW_DUE));
        assertThat(Standing.of(LATER, BEFORE, false, LATER, NOW)).satisfies(of(Light.DUE, Why.ENDING));
        assertThat(Standing.of(BEFORE, BEFORE, false, BEFORE, NOW)).satisfies(of(Light.UNPROVEN, Why.ENDED));
    }

    private static java.util.function.Consumer<Standing> of(Light light, Why why) {
        return standing -> {
            assertThat(standing.light()).isEqualTo(light);
            assertThat(standing.why()).isEqualTo(why);
        };
    }
}
