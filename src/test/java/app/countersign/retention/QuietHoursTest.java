package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When rows may go. */
class QuietHoursTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @ParameterizedTest
    @CsvSource({
        "22:00-05:00, 2026-11-28T21:00:00Z, true",
        "22:00-05:00, 2026-11-28T20:59:59Z, false",
        "22:00-05:00, 2026-11-28T03:59:59Z, true",
        "22:00-05:00, 2026-11-28T04:00:00Z, false",
        "01:00 - 04:00, 2026-11-28T00:00:00Z, true",
        "01:00 - 04:00, 2026-11-28T03:00:00Z, false",
        "01:00–04:00, 2026-11-28T12:00:00Z, false"
    })
    void theyMayGoOverMidnight(String hours, Instant now, boolean quiet) {
        assertThat(QuietHours.of(hours).orElseThrow().contain(now, ZURICH)).isEqualTo(quiet);
    }

    @Test
    void theNextOnesBeginTodayOrTomorrowAlsoWhereClocksChange() {
        QuietHours hours = QuietHours.of("02:30-05:00").orElseThrow();

        assertThat(hours.next(Instant.parse("2026-11-28T00:00:00Z"), ZURICH))
                .isEqualTo(Instant.parse("2026-11-28T01:30:00Z"));
        assertThat(hours.next(Instant.parse("2026-11-28T01:30:00Z"), ZURICH))
                .isEqualTo(Instant.parse("2026-11-29T01:30:00Z"));
        // That half past two does not exist; the hours begin with the one that stands for it.
        assertThat(hours.next(Instant.parse("2026-03-29T00:00:00Z"), ZURICH))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22:00", "22:00-22:00", "22-5", "25:00-05:00", "a-b", "22:00-05:00-06:00"})
    void whatIsNoTimeIsRefused(String hours) {
        assertThat(QuietHours.of(hours)).isEmpty();
    }

    @Test
    void aBusyStoreIsLeftTimeForOthers() {
        Pace pace = new Pace();

        assertThat(pace.pause(100_000_000, 1000)).isZero();
        assertThat(pace.pause(300_000_000, 1000)).isZero();
        assertThat(pace.pause(500_000_000, 1000)).isEqualTo(500_000_000);
        assertThat(pace.pause(9_000_000_000L, 1000)).isEqualTo(2_000_000_000L);
        assertThat(pace.pause(9_000_000_000L, 10)).isZero();
        assertThat(pace.pause(50_000_000, 1000)).isZero();
        assertThat(pace.pause(300_000_000, 1000)).isEqualTo(300_000_000);
    }
}
