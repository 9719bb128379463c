package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.deadline.Reckoning;
import app.countersign.terms.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutoffTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @ParameterizedTest
    @CsvSource({
        // A period, the day of the event, and the first day on which it is over.
        "P1M, 2026-01-31, 2026-03-01",
        "P1M, 2026-02-28, 2026-03-29",
        "P1M, 2028-01-31, 2028-03-01",
        "P12M, 2028-02-29, 2029-03-01",
        "P12M, 2027-02-28, 2028-02-29",
        "P14M, 2024-12-31, 2026-03-01",
        "P1Y, 2025-11-27, 2026-11-28",
        "P30D, 2026-10-29, 2026-11-29",
        "P90D, 2026-03-28, 2026-06-27"
    })
    void aPeriodIsOverOnTheDayAfterItsLast(String period, LocalDate event, LocalDate over) {
        Instant late = event.atTime(23, 59).atZone(ZURICH).toInstant();

        assertThat(expired(
                        period,
                        late,
                        over.minusDays(1).atTime(23, 59).atZone(ZURICH).toInstant()))
                .isFalse();
        assertThat(expired(period, late, over.atStartOfDay(ZURICH).toInstant())).isTrue();
    }

    private static boolean expired(String period, Instant event, Instant now) {
        return event.isBefore(Cutoff.of(Span.of(period), now, ZURICH).end());
    }

    /** Over four years, leap day and changes of the clocks included. */
    @ParameterizedTest
    @ValueSource(strings = {"P1M", "P3M", "P12M", "P14M", "P2Y", "P30D", "P90D", "P2W", "P1Y1M1D"})
    void itIsTheExactReverseOfHowDeadlinesAreReckoned(String period) {
        Span span = Span.of(period);
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
            Instant event = day.atTime(12, 30).atZone(ZURICH).toInstant();
            Instant end = Reckoning.onAnyDay(span, event, ZURICH).due();

            assertThat(expired(period, event, end)).as("%s %s", day, period).isTrue();
            assertThat(expired(period, event, end.minusSeconds(1)))
                    .as("%s %s", day, period)
                    .isFalse();
        }
    }

    @Test
    void hoursRunOnTheTimeLine() {
        Instant event = Instant.parse("2026-03-28T23:30:00Z");

        assertThat(expired("PT72H", event, Instant.parse("2026-03-31T23:29:59Z")))
                .isFalse();
        assertThat(expired("PT72H", event, Instant.parse("2026-03-31T23:30:00Z")))
                .isTrue();
    }
}
