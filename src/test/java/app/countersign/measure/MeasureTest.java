package app.countersign.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.terms.Span;
import app.countersign.terms.StatedMeasure;
import app.countersign.terms.StatedMeasures;
import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Span A_YEAR = Span.of("P1Y");

    private final Template okomo =
            Templates.read(Path.of("contracts-templates")).find("okomo-dpa").orElseThrow();
    private final StatedMeasures stated = okomo.measures().orElseThrow();
    private final Statement monthly = statement("A-1-use-3");
    private final Measure measure = measure("A-1-use-3");

    @Test
    void itsReviewIsDueAfterItsOwnIntervalOrThatOfTheAnnex() {
        assertThat(measure.reviewDueAt()).isEqualTo("2026-12-28T10:00:00Z");
        assertThat(measure("A-1-use-2").reviewDueAt()).isEqualTo("2027-11-28T10:00:00Z");

        measure.reviewed(Instant.parse("2026-12-20T10:00:00Z"), monthly.review(), ZURICH);

        assertThat(measure.reviewDueAt()).isEqualTo("2027-01-20T10:00:00Z");
    }

    @Test
    void evidenceThatEndsIsSaidToWhenAFifthOfItsTimeIsLeft() {
        measure.proven(NOW, NOW.plus(Duration.ofDays(100)), false);

        assertThat(measure.standing(NOW.plus(Duration.ofDays(25))).why()).isEqualTo(Standing.Why.PROVEN);
        measure.reviewed(NOW.plus(Duration.ofDays(75)), monthly.review(), ZURICH);
        assertThat(measure.standing(NOW.plus(Duration.ofDays(80))).why()).isEqualTo(Standing.Why.ENDING);
        assertThat(measure.standing(NOW.plus(Duration.ofDays(100))).why()).isEqualTo(Standing.Why.ENDED);
    }

    @Test
    void whatComesByItselfIsNotSaidToEnd() {
        measure.proven(NOW, NOW.plus(Duration.ofHours(4)), true);

        assertThat(measure.standing(NOW.plus(Duration.ofHours(4)).minusSeconds(1))
                        .why())
                .isEqualTo(Standing.Why.PROVEN);
    }

    @Test
    void earlierEvidenceTakesNothingAway() {
        measure.proven(NOW, NOW.plus(Duration.ofDays(9)), false);
        measure.proven(NOW, NOW.plus(Duration.ofDays(3)), false);

        assertThat(measure.provenUntil()).contains(NOW.plus(Duration.ofDays(9)));
    }

    @Test
    void rarerIsLower() {
        assertThat(Lowering.reasons(monthly, monthly, A_YEAR)).isEmpty();
        assertThat(Lowering.reasons(monthly, saying(Optional.empty(), Optional.of(Span.of("P1M"))), A_YEAR))
                .extracting(Reason::key)
                .containsExactly("measure.lowered.every");
        assertThat(Lowering.reasons(monthly, saying(Optional.of(Span.of("P2M")), Optional.of(Span.of("P2M"))), A_YEAR))
                .extracting(Reason::key)
                .containsExactly("measure.lowered.every", "measure.lowered.review");
        assertThat(Lowering.reasons(monthly, saying(Optional.of(Span.of("P1W")), Optional.of(Span.of("P1W"))), A_YEAR))
                .isEmpty();
        assertThat(Lowering.reasons(monthly, saying(Optional.of(Span.of("P1M")), Optional.empty()), A_YEAR))
                .as("as often as the annex")
                .extracting(Reason::key)
                .containsExactly("measure.lowered.review");
    }

    @Test
    void aLoweredLevelWaitsForASecondPerson() {
        UUID lena = UUID.randomUUID();
        MeasureVersion proposal = version(Level.LOWERED, lena);

        assertThat(proposal.state()).isEqualTo(VersionState.PROPOSED);
        assertThatThrownBy(() -> proposal.approve(NOW, new MeasureVersion.Author("Lena", Optional.of(lena)), "ja"))
                .isInstanceOf(Refused.class)
                .hasMessage("measure.refusal.second-person");
        proposal.approve(NOW, new MeasureVersion.Author("Dora", Optional.of(UUID.randomUUID())), "ja");
        assertThat(proposal.state()).isEqualTo(VersionState.CURRENT);
        assertThatThrownBy(() ->
                        proposal.refuse(NOW, new MeasureVersion.Author("Ada", Optional.of(UUID.randomUUID())), "nein"))
                .hasMessage("measure.refusal.decided");
    }

    @Test
    void whatKeepsTheLevelIsInForceAtOnce() {
        assertThat(version(Level.KEPT, UUID.randomUUID()).state()).isEqualTo(VersionState.CURRENT);
    }

    private MeasureVersion version(Level level, UUID by) {
        return new MeasureVersion(
                measure,
                2,
                monthly,
                level,
                "anders",
                Optional.empty(),
                false,
                NOW,
                new MeasureVersion.Author("Lena", Optional.of(by)));
    }

    private Statement saying(Optional<Span> every, Optional<Span> review) {
        return monthly.saying(monthly.words(), every, review);
    }

    private Measure measure(String code) {
        Annex annex = new Annex(UUID.randomUUID(), "okomo-dpa", NOW);
        annex.reads(okomo.hash(), stated);
        return new Measure(annex, code, 1, statement(code), ZURICH, NOW);
    }

    private Statement statement(String code) {
        StatedMeasure one = stated.all().stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow();
        return Statement.of(one, stated);
    }
}
