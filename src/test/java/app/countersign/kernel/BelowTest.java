package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BelowTest {

    @ParameterizedTest
    @ValueSource(longs = {42, -42, 0, 999_999_999_999_999_999L})
    void isReadAsItWasWritten(long id) {
        Below below = new Below(Instant.parse("2026-11-29T00:10:00.123456Z"), id);

        assertThat(Below.parse(below.toString())).contains(below);
    }

    @Test
    void tellsTheInstantInMicroseconds() {
        assertThat(new Below(Instant.EPOCH.plusNanos(1_999), 7)).hasToString("1-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "1-", "-1-2", "1-x", "1--", "1.5-2", "999999999999999999-1", "1-2 or 1=1"})
    void anythingElseIsNone(String text) {
        assertThat(Below.parse(text)).isEmpty();
    }
}
