package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.terms.Conclusion;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EffectiveDateTest {

    private static final LocalDate EARLY = LocalDate.of(2026, 11, 1);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 22);
    private static final LocalDate LATEST = LocalDate.of(2026, 12, 1);

    @Test
    void whoeverSignsLastSetsTheDay() {
        assertThat(new EffectiveDate(EARLY, LATE, null).by(Samples.BOTH_SIGN)).contains(LATE);
        assertThat(new EffectiveDate(LATE, EARLY, null).by(Samples.BOTH_SIGN)).contains(LATE);
    }

    @Test
    void withoutBothSignaturesThereIsNoDay() {
        assertThat(new EffectiveDate(null, LATE, LATE).by(Samples.BOTH_SIGN)).isEmpty();
        assertThat(new EffectiveDate(LATE, null, LATE).by(Samples.BOTH_SIGN)).isEmpty();
    }

    @Test
    void whereTheMainContractCountsItsDayMayBeTheLast() {
        Conclusion rule = Samples.WITH_MAIN_CONTRACT;
        assertThat(new EffectiveDate(EARLY, LATE, LATEST).by(rule)).contains(LATEST);
        assertThat(new EffectiveDate(EARLY, LATE, EARLY).by(rule)).contains(LATE);
        assertThat(new EffectiveDate(EARLY, LATE, null).by(rule)).isEmpty();
    }

    @Test
    void whereNobodySignsTheServiceContractSetsTheDay() {
        assertThat(new EffectiveDate(null, LATE, EARLY).by(Samples.AUTOMATIC)).contains(EARLY);
        assertThat(new EffectiveDate(null, LATE, null).by(Samples.AUTOMATIC)).isEmpty();
    }
}
