package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

    /** The first four are given with the law; the others are the ends and both sides of each threshold. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            SIMPLE,      1, MAXIMUM,     NONE,    NONE,    NONE,    false, 1,    LOW
            FINANCIAL,   3, LIMITED,     PARTIAL, NONE,    NONE,    true,  2.25, MEDIUM
            SENSITIVE,   4, SIGNIFICANT, NONE,    NONE,    NONE,    false, 3,    HIGH
            SENSITIVE,   4, MAXIMUM,     NONE,    NONE,    NONE,    false, 4,    VERY_HIGH
            SIMPLE,      1, NEGLIGIBLE,  NONE,    NONE,    NONE,    false, 0.25, LOW
            SENSITIVE,   4, MAXIMUM,     FULL,    FULL,    FULL,    true,  6,    VERY_HIGH
            BEHAVIOURAL, 2, SIGNIFICANT, PARTIAL, NONE,    NONE,    false, 1.75, LOW
            BEHAVIOURAL, 2, SIGNIFICANT, PARTIAL, PARTIAL, NONE,    false, 2,    MEDIUM
            BEHAVIOURAL, 2, SIGNIFICANT, FULL,    FULL,    PARTIAL, false, 2.75, MEDIUM
            BEHAVIOURAL, 2, SIGNIFICANT, FULL,    FULL,    FULL,    false, 3,    HIGH
            FINANCIAL,   3, SIGNIFICANT, NONE,    FULL,    FULL,    true,  3.75, HIGH
            FINANCIAL,   3, SIGNIFICANT, PARTIAL, FULL,    FULL,    true,  4,    VERY_HIGH
            SIMPLE,      3, SIGNIFICANT, NONE,    NONE,    PARTIAL, false, 2.5,  MEDIUM
            """)
    void theScoreIsContextTimesEasePlusCircumstances(
            Nature nature,
            int context,
            Ease ease,
            Loss confidentiality,
            Loss integrity,
            Loss availability,
            boolean malicious,
            BigDecimal score,
            Level level) {
        Severity severity = new Severity(nature, context, ease, confidentiality, integrity, availability, malicious);

        assertThat(severity.score()).isEqualByComparingTo(score);
        assertThat(severity.level()).isEqualTo(level);
    }

    /** Every combination, in whole quarters: nothing but integers, so that no rounding can hide. */
    @Test
    void everyCombinationIsExact() {
        int seen = 0;
        for (int context = 1; context <= 4; context++) {
            for (Ease ease : Ease.values()) {
                for (int losses = 0; losses < 27; losses++) {
                    for (boolean malicious : new boolean[] {false, true}) {
                        Severity severity = new Severity(
                                Nature.SIMPLE,
                                context,
                                ease,
                                Loss.values()[losses % 3],
                                Loss.values()[losses / 3 % 3],
                                Loss.values()[losses / 9],
                                malicious);
                        int quarters = context * (ease.ordinal() + 1)
                                + losses % 3
                                + losses / 3 % 3
                                + losses / 9
                                + (malicious ? 2 : 0);
                        assertThat(severity.score().multiply(BigDecimal.valueOf(4)))
                                .isEqualByComparingTo(BigDecimal.valueOf(quarters));
                        String level =
                                quarters < 8 ? "LOW" : quarters < 12 ? "MEDIUM" : quarters < 16 ? "HIGH" : "VERY_HIGH";
                        assertThat(severity.level()).hasToString(level);
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isEqualTo(4 * 4 * 27 * 2);
    }

    @Test
    void theFormulaIsWrittenAsTheLanguageWritesNumbers() {
        Severity severity = new Severity(Nature.FINANCIAL, 3, Ease.LIMITED, Loss.PARTIAL, Loss.NONE, Loss.NONE, true);

        assertThat(severity.formula(Locale.ENGLISH)).isEqualTo("3 × 0.5 + 0.75 = 2.25");
        assertThat(severity.formula(Locale.GERMAN)).isEqualTo("3 × 0,5 + 0,75 = 2,25");
    }

    @Test
    void theContextIsAdjustedOnlyWithinOneToFour() {
        assertThat(with(2).isAdjusted()).isTrue();
        assertThat(with(1).isAdjusted()).isFalse();
        assertThatThrownBy(() -> with(0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> with(5)).isInstanceOf(Invalid.class);
    }

    @Test
    void onlyFromHighOnIsTheRiskForPersonsHigh() {
        assertThat(Level.values()).filteredOn(Level::isHighRisk).containsExactly(Level.HIGH, Level.VERY_HIGH);
    }

    private static Severity with(int context) {
        return new Severity(Nature.SIMPLE, context, Ease.MAXIMUM, Loss.NONE, Loss.NONE, Loss.NONE, false);
    }
}
