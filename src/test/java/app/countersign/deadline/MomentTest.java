package app.countersign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.countersign.kernel.Refused;
import java.time.Instant;
import java.time.ZoneId;
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
}
