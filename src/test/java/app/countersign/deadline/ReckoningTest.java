package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    /** {@link SecondCount}, at random instants to the millisecond. */
    @Test
    void aDifferentlyWrittenCountOfHoursAgreesAtRandomInstants() {
        Random random = new Random(1182_71);
        List<String> zones =
                List.of("Europe/Berlin", "Europe/Zurich", "Europe/Lisbon", "Asia/Kolkata", "America/St_Johns");
        for (int i = 0; i < 10_000; i++) {
            String zone = zones.get(random.nextInt(zones.size()));
            Instant event = anyInstant(random);
            int hours = 1 + random.nextInt(200);

            Reckoning reckoning = Reckoning.of(Span.of("PT" + hours + "H"), event, Place.in(ZoneId.of(zone)));

            assertThat(reckoning.due().toEpochMilli()).isEqualTo(event.toEpochMilli() + hours * 3_600_000L);
            assertThat(reckoning.legalEnd())
                    .as("%s hours from %s in %s", hours, event, zone)
                    .isEqualTo(new SecondCount(zone, "").endOfHours(event, hours));
        }
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, DE", "Europe/Zurich, CH", "Europe/Lisbon, ''"})
    void aDifferentlyWrittenCountOfMonthsAndDaysAgreesAtRandomInstants(String zone, String country) {
        Random random = new Random(3_4);
        SecondCount second = new SecondCount(zone, country);
        Place place = country.isEmpty()
                ? Place.in(ZoneId.of(zone))
                : Place.in(ZoneId.of(zone)).country(country);
        for (int i = 0; i < 3000; i++) {
            Instant event = anyInstant(random);
            int count = 1 + random.nextInt(40);

            assertThat(Reckoning.of(Span.of("P" + count + "M"), event, place))
                    .as("%s months from %s in %s", count, event, zone)
                    .isEqualTo(both(second.endOfMonths(event, count)));
            assertThat(Reckoning.of(Span.of("P" + count + "D"), event, place))
                    .as("%s days from %s in %s", count, event, zone)
                    .isEqualTo(both(second.endOfDays(event, count)));
        }
    }

    private static Reckoning both(Instant end) {
        return new Reckoning(end, end);
    }

    /** Between 2020 and 2040, to the millisecond. */
    private static Instant anyInstant(Random random) {
        return Instant.ofEpochMilli(1_577_836_800_000L + (long) (random.nextDouble() * 21 * 365.25 * 86_400_000));
    }

    /** Each minute from two and a half hours before a change of the clocks to as long after it, and where it leads. */
    @ParameterizedTest
    @MethodSource("clockChanges")
    void everyMinuteAroundAClockChangeIsCountedLikeAnyOther(ZoneId zone, ZoneOffsetTransition change) {
        SecondCount second = new SecondCount(zone.getId(), "");
        for (int minute = -150; minute <= 150; minute++) {
            // The change comes within the hours, at their beginning, and at their end.
            for (int before : new int[] {0, 24, 72}) {
                Instant aware =
                        change.getInstant().plus(Duration.ofMinutes(minute)).minus(Duration.ofHours(before));

                Reckoning day = Reckoning.of(A_DAY, aware, Place.in(zone));
                Reckoning threeDays = Reckoning.of(THREE_DAYS, aware, Place.in(zone));

                assertThat(day.due()).isEqualTo(aware.plusSeconds(24 * 3600));
                assertThat(threeDays.due()).isEqualTo(aware.plusSeconds(72 * 3600));
                assertThat(day.legalEnd()).isEqualTo(second.endOfHours(aware, 24));
                assertThat(threeDays.legalEnd()).isEqualTo(second.endOfHours(aware, 72));
                assertThat(Duration.between(threeDays.due(), threeDays.legalEnd()))
                        .isPositive()
                        .isLessThanOrEqualTo(Duration.ofHours(1));
            }
        }
    }

    /** A month that begins or ends on the day of the change is a whole month of local days. */
    @ParameterizedTest
    @MethodSource("clockChanges")
    void monthsAroundAClockChangeEndAtMidnightOfThePlace(ZoneId zone, ZoneOffsetTransition change) {
        SecondCount second = new SecondCount(zone.getId(), "");
        for (int hour = -48; hour <= 48; hour++) {
            Instant event = change.getInstant().plus(Duration.ofHours(hour)).plusSeconds(1);
            for (int months : new int[] {1, 6}) {
                Instant end = second.endOfMonths(event, months);

                assertThat(Reckoning.of(Span.of("P" + months + "M"), event, Place.in(zone)))
                        .isEqualTo(both(end));
                assertThat(end.atZone(zone).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
            }
        }
    }

    static Stream<Arguments> clockChanges() {
        return Stream.of(BERLIN, ZoneId.of("Europe/Zurich"))
                .flatMap(zone -> changesOf(zone).map(change -> Arguments.of(zone, change)));
    }

    private static Stream<ZoneOffsetTransition> changesOf(ZoneId zone) {
        return Stream.iterate(
                zone.getRules().nextTransition(Instant.parse("2020-01-01T00:00:00Z")),
                change -> change.getInstant().isBefore(Instant.parse("2041-01-01T00:00:00Z")),
                change -> zone.getRules().nextTransition(change.getInstant()));
    }

    @Test
    void inTwentyOneYearsTheClocksChangeTwiceAYearInBothPlaces() {
        assertThat(clockChanges()).hasSize(2 * 2 * 21);
    }

    @Test
    void withoutDelayHasNoEndToReckon() {
        assertThatThrownBy(() -> Reckoning.of(Span.WITHOUT_DELAY, Instant.EPOCH, Place.in(BERLIN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reckoning.onAnyDay(Span.WITHOUT_DELAY, Instant.EPOCH, BERLIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hoursOfOurOwnMakingAreCountedLikeAnyOther() {
        Instant start = Instant.parse("2026-03-28T15:30:00Z");

        assertThat(Reckoning.onAnyDay(A_DAY, start, BERLIN)).isEqualTo(Reckoning.of(A_DAY, start, Place.in(BERLIN)));
    }

    /** Of Swiss law nothing is said here: what counts is that the holidays of the place do. */
    @Test
    void theHolidaysOfTheCountryAndOfTheCantonCount() {
        ZoneId zurich = ZoneId.of("Europe/Zurich");
        // 1 August 2029 is a Wednesday; 2 January 2029 a Tuesday, a holiday in Berne and none in Geneva.
        Instant july = LocalDate.of(2029, 7, 1).atTime(9, 0).atZone(zurich).toInstant();
        Instant december = LocalDate.of(2028, 12, 2).atTime(9, 0).atZone(zurich).toInstant();
        Place swiss = Place.in(zurich).country("CH");

        assertThat(day(Reckoning.of(Span.of("P1M"), july, swiss))).isEqualTo(LocalDate.of(2029, 8, 2));
        assertThat(day(Reckoning.of(Span.of("P1M"), december, swiss.region("be"))))
                .isEqualTo(LocalDate.of(2029, 1, 3));
        assertThat(day(Reckoning.of(Span.of("P1M"), december, swiss.region("ge"))))
                .isEqualTo(LocalDate.of(2029, 1, 2));
    }

    @Test
    void aCountryWhoseHolidaysNobodyKnowsHasWeekendsOnly() {
        Instant start = LocalDate.of(2026, 12, 1).atTime(9, 0).atZone(BERLIN).toInstant();

        assertThat(day(Reckoning.of(Span.of("P1M"), start, Place.in(BERLIN).country("XX"))))
                .isEqualTo(LocalDate.of(2027, 1, 1));
    }
}
