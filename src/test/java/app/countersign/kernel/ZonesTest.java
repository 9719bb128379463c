package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ZonesTest {

    @Test
    void aZoneIsFoundByItsId() {
        assertThat(Zones.stored("Europe/Zurich")).isEqualTo(ZoneId.of("Europe/Zurich"));
    }

    /** Given up with the time zone data 2020b. */
    @Test
    void oneThatWasGivenUpIsReadAsUtcInsteadOfStoppingEverything() {
        assertThat(Zones.stored("US/Pacific-New")).isEqualTo(ZoneOffset.UTC);
        assertThat(Zones.stored("no zone at all")).isEqualTo(ZoneOffset.UTC);
    }
}
