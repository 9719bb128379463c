package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInFailureTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final SignInFailure failure = new SignInFailure("hash", NOW);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            failure.count(NOW);
        }
    }

    @Test
    void fiveAttemptsAreFree() {
        fail(5);

        assertThat(failure.blocks(NOW)).isFalse();
    }

    @Test
    void theSixthCostsASecondAndEachFurtherOneTwiceAsMuch() {
        fail(6);
        assertThat(failure.blocks(NOW.plusMillis(999))).isTrue();
        assertThat(failure.blocks(NOW.plusSeconds(1))).isFalse();

        fail(2);
        assertThat(failure.blocks(NOW.plusMillis(3999))).isTrue();
        assertThat(failure.blocks(NOW.plusSeconds(4))).isFalse();
    }

    @Test
    void nobodyWaitsLongerThanAQuarterOfAnHour() {
        fail(10_000);

        assertThat(failure.blocks(NOW.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isTrue();
        assertThat(failure.blocks(NOW.plus(Duration.ofMinutes(15)))).isFalse();
    }
}
