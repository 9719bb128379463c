package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalRecordTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void tenAMinuteGetARowEach() {
        RefusalRecord.Count count = RefusalRecord.Count.NONE;
        for (int i = 0; i < 10; i++) {
            count = count.next(NOON.plusSeconds(i));
            assertThat(count.isTold()).isTrue();
        }
        assertThat(count.next(NOON.plusSeconds(10)).isTold()).isFalse();
    }

    @Test
    void theNextMinutesFirstRowSaysHowManyThereWereNoneFor() {
        RefusalRecord.Count count = RefusalRecord.Count.NONE;
        for (int i = 0; i < 25; i++) {
            count = count.next(NOON);
        }
        count = count.next(NOON.plusSeconds(60));

        assertThat(count.isTold()).isTrue();
        assertThat(count.caughtUp()).isEqualTo(15);
        assertThat(count.next(NOON.plusSeconds(61)).caughtUp()).isZero();
    }

    @Test
    void aClockThatJumpsBackKeepsNobodyQuiet() {
        RefusalRecord.Count count = RefusalRecord.Count.NONE;
        for (int i = 0; i < 25; i++) {
            count = count.next(NOON);
        }
        assertThat(count.next(NOON.minusSeconds(3600)).isTold()).isTrue();
    }

    @Test
    void anAddressTellsKindAndIdAndNoNames() {
        UUID id = UUID.fromString("015e93c9-5df9-4d4b-b019-245f4d3d5846");

        assertThat(RequestedObject.of("/api/v1/contracts/" + id + "/acceptance", null))
                .isEqualTo(new RequestedObject("contract", id));
        assertThat(RequestedObject.of("/contract/view", "id=" + id)).isEqualTo(new RequestedObject("contract", id));
        assertThat(RequestedObject.of("/api/v1/processors/okomo/signatories/erika.muster", null))
                .isEqualTo(new RequestedObject("processor", AccessRefused.NOTHING));
        assertThat(RequestedObject.of("/Erika Muster", "q=Erika"))
                .isEqualTo(new RequestedObject("page", AccessRefused.NOTHING));
    }
}
