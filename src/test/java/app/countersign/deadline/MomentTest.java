package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.countersign.kernel.Refused;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void anInstantIsTakenAsItIs() {
        assertThat(Moment.read("2026-11-23T08:00:00Z", BERLIN)).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(Moment.read("2026-11-23T09:00:00+01:00", BERLIN)).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    }

    @Test
    void aLocalTimeIsReadInItsZone() {
        assertThat(Moment.read("2026-11-23T09:00", BERLIN)).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(Moment.read("2026-11-23T09:00[Asia/Kolkata]", BERLIN))
                .isEqualTo(Instant.parse("2026-11-23T03:30:00Z"));
        assertThat(Moment.read("2026-11-23T09:00 Europe/Lisbon", BERLIN))
                .isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
    }

    @Test
    void anHourThatComesTwiceIsAskedAbout() {
        assertThatThrownBy(() -> Moment.read("2026-10-25T02:30", BERLIN))
                .asInstanceOf(type(Moment.Ambiguous.class))
                .satisfies(twice -> {
                    assertThat(twice.earlier()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
                    assertThat(twice.later()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
                    assertThat(twice.reason().in(Locale.GERMAN)).contains("zweimal", "+02:00", "+01:00");
                });
        assertThat(Moment.read("2026-10-25T02:30+02:00", BERLIN)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(Moment.read("2026-10-25T02:30+01:00[Europe/Berlin]", BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void anHourThatTheClockSkipsIsRefusedWithTheReason() {
        assertThatThrownBy(() -> Moment.read("2026-03-29T02:30", BERLIN))
                .asInstanceOf(type(Refused.class))
                .satisfies(skipped ->
                        assertThat(skipped.reason().in(Locale.ENGLISH)).contains("02:00", "03:00"));
    }

    @Test
    void whatIsNoTimeOrNoZoneIsRefused() {
        for (String text :
                new String[] {"", "gestern", "2026-02-30T10:00", "2026-11-23", "2026-11-23T09:00[Mars/Olympus]"}) {
            assertThatThrownBy(() -> Moment.read(text, BERLIN)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aZonedTimeThatNamesItsOffsetIsTakenByIt() {
        assertThat(Moment.read("2026-10-25T02:30+02:00[Europe/Berlin]", BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(Moment.read("2026-07-01T09:00-05:00[America/Chicago]", BERLIN))
                .isEqualTo(Instant.parse("2026-07-01T14:00:00Z"));
        assertThatThrownBy(() -> Moment.read("2026-10-25T02:30[Europe/Berlin]", ZoneId.of("UTC")))
                .isInstanceOf(Moment.Ambiguous.class);
    }

    @Test
    void whatLiesBeyondAnyCalendarIsMistyped() {
        assertThat(Moment.read("1900-01-01T00:00:00Z", BERLIN)).isEqualTo(Moment.FIRST);
        assertThat(Moment.read("9999-12-30T00:00:00Z", BERLIN)).isEqualTo(Moment.LAST);
        for (String text : List.of(
                "1899-12-31T23:59:59Z",
                "9999-12-30T00:00:01Z",
                "+999999999-01-01T00:00:00Z",
                "-0044-03-15T12:00",
                "0026-11-23T09:00")) {
            assertThatThrownBy(() -> Moment.read(text, BERLIN)).as(text).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aZoneThatNoLongerExistsIsNamed() {
        for (String text : List.of("2026-11-23T09:00[US/Pacific-New]", "2026-11-23T09:00 US/Pacific-New")) {
            assertThatThrownBy(() -> Moment.read(text, BERLIN))
                    .asInstanceOf(type(Refused.class))
                    .satisfies(gone -> {
                        assertThat(gone.reason().key()).isEqualTo("deadline.moment.zone");
                        assertThat(gone.reason().in(Locale.ENGLISH)).contains("US/Pacific-New");
                    });
        }
        // A time that is none is not blamed on its zone.
        assertThatThrownBy(() -> Moment.read("soon Europe/Berlin", BERLIN))
                .asInstanceOf(type(Refused.class))
                .satisfies(none -> assertThat(none.reason().key()).isEqualTo("deadline.moment.unreadable"));
    }

    /** Of the minutes of both nights each either has one instant, two to choose from, or none; and none is moved. */
    @Test
    void everyMinuteOfTheNightsOfTheChangeIsTakenAskedAboutOrRefused() {
        for (String zone : List.of("Europe/Berlin", "Europe/Zurich")) {
            for (int year = 2020; year <= 2040; year++) {
                int twice = 0;
                int never = 0;
                for (LocalDate night : List.of(lastSunday(year, 3), lastSunday(year, 10))) {
                    for (LocalDateTime local = night.atStartOfDay();
                            local.isBefore(night.atTime(6, 0));
                            local = local.plusMinutes(1)) {
                        try {
                            Instant at = Moment.read(local.toString(), ZoneId.of(zone));
                            assertThat(LocalDateTime.ofInstant(at, ZoneId.of(zone)))
                                    .isEqualTo(local);
                        } catch (Moment.Ambiguous e) {
                            twice++;
                            assertThat(local.getHour()).isEqualTo(2);
                            assertThat(Duration.between(e.earlier(), e.later())).isEqualTo(Duration.ofHours(1));
                        } catch (Refused e) {
                            never++;
                            assertThat(local.getHour()).isEqualTo(2);
                            assertThat(e.reason().key()).isEqualTo("deadline.moment.skipped");
                        }
                    }
                }
                assertThat(List.of(twice, never)).containsExactly(60, 60);
            }
        }
    }

    private static LocalDate lastSunday(int year, int month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
    }
}
