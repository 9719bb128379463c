package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedAttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final FailedAttempt failed = new FailedAttempt("hash", NOW);

    private int fail(int times) {
        int locks = 0;
        for (int i = 0; i < times; i++) {
            locks += failed.count(Attempts.FREE_FOR_ONE, NOW) ? 1 : 0;
        }
        return locks;
    }

    @Test
    void fiveAttemptsAreFree() {
        fail(5);

        assertThat(failed.blocks(NOW)).isFalse();
    }

    @Test
    void theSixthCostsASecondAndEachFurtherOneTwiceAsMuch() {
        fail(6);
        assertThat(failed.blocks(NOW.plusMillis(999))).isTrue();
        assertThat(failed.blocks(NOW.plusSeconds(1))).isFalse();

        fail(2);
        assertThat(failed.blocks(NOW.plusMillis(3999))).isTrue();
        assertThat(failed.blocks(NOW.plusSeconds(4))).isFalse();
    }

    @Test
    void nobodyWaitsLongerThanAQuarterOfAnHourAndTheLockIsToldOnce() {
        assertThat(fail(10_000)).isEqualTo(1);

        assertThat(failed.blocks(NOW.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isTrue();
        assertThat(failed.blocks(NOW.plus(Duration.ofMinutes(15)))).isFalse();
    }

    @Test
    void tenThousandAttemptsAreToldFourteenTimes() {
        int told = 0;
        for (int i = 0; i < 10_000; i++) {
            failed.count(Attempts.FREE_FOR_ONE, NOW);
            told += failed.isWorthTelling() ? 1 : 0;
        }

        assertThat(told).isEqualTo(14);
    }

    @Test
    void aDayWithoutAnyForgetsThem() {
        fail(20);
        Instant later = NOW.plus(Duration.ofHours(25));
        failed.count(Attempts.FREE_FOR_ONE, later);

        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.blocks(later)).isFalse();
    }

    @Test
    void aClockThatWasAheadByAYearShutsNobodyOutForAYear() {
        fail(10_000);

        assertThat(failed.blocks(NOW.minus(Duration.ofDays(365)))).isFalse();
        assertThat(failed.blocks(NOW.minus(Duration.ofMinutes(16)))).isFalse();
        assertThat(failed.blocks(NOW.minus(Duration.ofMinutes(15)))).isTrue();
    }

    @Test
    void oneThatSucceedsIsTakenBackAndTheOthersStay() {
        fail(31);
        failed.takeBack(NOW);

        assertThat(failed.failures()).isEqualTo(30);
        assertThat(failed.blocks(NOW)).isFalse();
    }
}
