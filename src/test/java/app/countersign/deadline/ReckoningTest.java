package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReckoningTest {

    private static final Span A_DAY = Span.of("PT24H");
    private static final Span THREE_DAYS = Span.of("PT72H");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Worked by hand from Regulation 1182/71, Art. 3(1), 3(2)(a). */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-27T15:30:00Z, 2026-03-28T15:30:00Z, 2026-03-30T15:30:00Z, 2026-03-30T16:00:00Z",
        "Europe/Zurich, 2026-03-29T00:59:59Z, 2026-03-30T00:59:59Z, 2026-04-01T00:59:59Z, 2026-04-01T01:00:00Z",
        "Europe/Berlin, 2026-04-02T15:12:00Z, 2026-04-03T15:12:00Z, 2026-04-05T15:12:00Z, 2026-04-05T16:00:00Z",
        "Europe/Berlin, 2026-05-22T13:05:00Z, 2026-05-23T13:05:00Z, 2026-05-25T13:05:00Z, 2026-05-25T14:00:00Z",
        "Europe/Berlin, 2026-10-22T16:00:00Z, 2026-10-23T16:00:00Z, 2026-10-25T16:00:00Z, 2026-10-25T17:00:00Z",
        "Europe/Berlin, 2026-10-23T10:17:00Z, 2026-10-24T10:17:00Z, 2026-10-26T10:17:00Z, 2026-10-26T11:00:00Z",
        "Europe/Berlin, 2026-11-23T08:00:00Z, 2026-11-24T08:00:00Z, 2026-11-26T08:00:00Z, 2026-11-26T09:00:00Z",
        "Europe/Berlin, 2026-12-22T11:17:00Z, 2026-12-23T11:17:00Z, 2026-12-25T11:17:00Z, 2026-12-25T12:00:00Z",
        "Europe/Berlin, 2026-12-30T09:10:00Z, 2026-12-31T09:10:00Z, 2027-01-02T09:10:00Z, 2027-01-02T10:00:00Z"
    })
    void hoursRunOnTheTimeLineAndEndByLawWithTheirLastWholeHour(
            ZoneId zone, Instant aware, Instant day, Instant threeDays, Instant legalEnd) {
        assertThat(Reckoning.of(A_DAY, aware, Place.in(zone)).due()).isEqualTo(day);
        assertThat(Reckoning.of(THREE_DAYS, aware, Place.in(zone))).isEqualTo(new Reckoning(threeDays, legalEnd));
    }

    @ParameterizedTest
    @CsvSource({"12:17, 13:00", "12:59:59, 13:00", "12:00, 13:00", "11:59:59, 12:00"})
    void theHourInWhichItHappensIsNotCounted(String aware, String startsToCount) {
        Instant start = Instant.parse("2026-06-01T" + aware + (aware.length() == 5 ? ":00Z" : "Z"));

        assertThat(Reckoning.of(A_DAY, start, Place.in(ZoneOffset.UTC)).legalEnd())
                .isEqualTo(Instant.parse("2026-06-02T" + startsToCount + ":00Z"));
    }

    @Test
    void theHourIsThatOfTheLocalClock() {
        Instant aware = Instant.parse("2026-06-01T12:40:00Z"); // 18:10 in Kolkata

        assertThat(Reckoning.of(A_DAY, aware, Place.in(ZoneId.of("Asia/Kolkata")))
                        .legalEnd())
                .isEqualTo(Instant.parse("2026-06-02T13:30:00Z"));
    }

    /** Art. 3(2)(c), 3(4): the same date of the last month, or its last day; not on a Saturday, Sunday or holiday. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, P1M, 2026-03-02",
        "2026-12-01, P1M, 2027-01-04",
        "2027-01-29, P1M, 2027-03-01",
        "2028-01-31, P1M, 2028-02-29",
        "2026-11-02, P2W, 2026-11-16",
        "2026-05-13, P1D, 2026-05-15",
        "2025-12-24, P1D, 2025-12-29",
        "2026-02-28, P12M, 2027-03-01"
    })
    void monthsEndWithTheirLastDayOnAWorkingDay(LocalDate from, String period, LocalDate lastDay) {
        Instant start = from.atTime(10, 30).atZone(BERLIN).toInstant();

        Instant end = lastDay.plusDays(1).atStartOfDay(BERLIN).toInstant();
        assertThat(Reckoning.of(Span.of(period), start, Place.in(BERLIN).country("DE")))
                .isEqualTo(new Reckoning(end, end));
    }

    @Test
    void aHolidayOfOnePartOfTheCountryCountsThere() {
        // 1 November, All Saints: a holiday in Bavaria, none in Berlin. In 2027 it is a Monday.
        Instant start = LocalDate.of(2027, 10, 1).atTime(9, 0).atZone(BERLIN).toInstant();

        assertThat(day(Reckoning.of(
                        Span.of("P1M"), start, Place.in(BERLIN).country("DE").region("by"))))
                .isEqualTo(LocalDate.of(2027, 11, 2));
        assertThat(day(Reckoning.of(
                        Span.of("P1M"), start, Place.in(BERLIN).country("DE").region("be"))))
                .isEqualTo(LocalDate.of(2027, 11, 1));
    }

    @Test
    void withoutACountryOnlySaturdaysAndSundaysAreNoWorkingDays() {
        Instant start = LocalDate.of(2026, 12, 1).atTime(9, 0).atZone(BERLIN).toInstant();

        assertThat(day(Reckoning.of(Span.of("P1M"), start, Place.in(BERLIN)))).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void aPeriodThatNobodyOwesAnybodyEndsOnAnyDay() {
        Instant start = LocalDate.of(2026, 1, 31).atTime(9, 0).atZone(BERLIN).toInstant();

        assertThat(day(Reckoning.onAnyDay(Span.of("P1M"), start, BERLIN))).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    private static LocalDate day(Reckoning reckoning) {
        return reckoning.due().minusSeconds(1).atZone(BERLIN).toLocalDate();
    }

    /** A second way to the same end, from seconds since the epoch and the offset alone. */
    @Test
    void aDifferentlyWrittenCountAgreesAtRandomInstants() {
        Random random = new Random(1182_71);
        ZoneId[] zones = {BERLIN, ZoneId.of("Europe/Zurich"), ZoneId.of("Europe/Lisbon"), ZoneId.of("Asia/Kolkata")};
        for (int i = 0; i < 20_000; i++) {
            ZoneId zone = zones[random.nextInt(zones.length)];
            long second = 1_577_836_800L + (long) (random.nextDouble() * 20 * 365.25 * 86_400);
            int hours = 1 + random.nextInt(200);

            Reckoning reckoning =
                    Reckoning.of(Span.of("PT" + hours + "H"), Instant.ofEpochSecond(second), Place.in(zone));

            assertThat(reckoning.due().getEpochSecond()).isEqualTo(second + hours * 3600L);
            long offset =
                    zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
            long nextHour = ((second + offset) / 3600 + 1) * 3600 - offset;
            assertThat(reckoning.legalEnd().getEpochSecond()).isEqualTo(nextHour + hours * 3600L);
        }
    }

    @ParameterizedTest
    @MethodSource("clockChanges")
    void everyMinuteAroundAClockChangeKeepsItsLength(ZoneOffsetTransition change) {
        for (int minute = -150; minute <= 150; minute++) {
            Instant aware = change.getInstant().plus(Duration.ofMinutes(minute));

            Reckoning reckoning = Reckoning.of(THREE_DAYS, aware, Place.in(BERLIN));

            assertThat(Duration.between(aware, reckoning.due())).isEqualTo(Duration.ofHours(72));
            assertThat(Duration.between(reckoning.due(), reckoning.legalEnd()))
                    .isPositive()
                    .isLessThanOrEqualTo(Duration.ofHours(1));
            ZonedDateTime end = reckoning.legalEnd().atZone(BERLIN);
            assertThat(end.getMinute()).isZero();
        }
    }

    static Stream<ZoneOffsetTransition> clockChanges() {
        return Stream.iterate(
                BERLIN.getRules().nextTransition(Instant.parse("2020-01-01T00:00:00Z")),
                change -> change.getInstant().isBefore(Instant.parse("2041-01-01T00:00:00Z")),
                change -> BERLIN.getRules().nextTransition(change.getInstant()));
    }

    @Test
    void monthsAgreeWithACountDayByDay() {
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(7300));
            int months = 1 + random.nextInt(24);
            LocalDate plain = sameDateOrLastDay(from, months);
            while (plain.getDayOfWeek().getValue() > 5) {
                plain = plain.plusDays(1);
            }
            Instant start = LocalDateTime.of(from, java.time.LocalTime.of(random.nextInt(24), random.nextInt(60)))
                    .atZone(BERLIN)
                    .toInstant();

            // Where the local time doesn't exist it is an hour later, on the same day.
            assertThat(day(Reckoning.of(new Span(Period.ofMonths(months), null, false), start, Place.in(BERLIN))))
                    .isEqualTo(plain);
        }
    }

    private static LocalDate sameDateOrLastDay(LocalDate from, int months) {
        int month = from.getYear() * 12 + from.getMonthValue() - 1 + months;
        LocalDate first = LocalDate.of(month / 12, month % 12 + 1, 1);
        return first.plusDays(Math.min(from.getDayOfMonth(), first.lengthOfMonth()) - 1L);
    }
}
