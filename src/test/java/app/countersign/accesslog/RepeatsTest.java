package app.countersign.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.Actor.Identity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final Identity ANNA = new Identity("account", "1", "Anna", "page", "192.0.2.1");
    private static final Identity ELSEWHERE = new Identity("account", "1", "Anna", "page", "192.0.2.2");
    private static final Identity PROGRAM = new Identity("account", "1", "Anna", "api", "192.0.2.1");
    private static final Access LOOK =
            Access.once(Act.VIEW, "contract", Optional.of(UUID.randomUUID()), Optional.empty());

    private final Repeats repeats = new Repeats();

    @Test
    void theSameLookIsWrittenDownOnceAQuarterOfAnHour() {
        assertThat(repeats.isFirst(ANNA, LOOK, NOW)).isTrue();
        assertThat(repeats.isFirst(ANNA, LOOK, NOW.plusSeconds(899))).isFalse();
        assertThat(repeats.isFirst(ANNA, LOOK, NOW.plusSeconds(900))).isTrue();
        assertThat(repeats.isFirst(ANNA, LOOK, NOW.plusSeconds(901))).isFalse();
    }

    @Test
    void anotherAddressDoorObjectOrActIsAnotherLook() {
        repeats.isFirst(ANNA, LOOK, NOW);

        assertThat(repeats.isFirst(ELSEWHERE, LOOK, NOW)).isTrue();
        assertThat(repeats.isFirst(PROGRAM, LOOK, NOW)).isTrue();
        assertThat(repeats.isFirst(ANNA, Access.once(Act.VIEW, "contract", Optional.empty(), Optional.empty()), NOW))
                .isTrue();
        assertThat(repeats.isFirst(ANNA, Access.once(Act.DOWNLOAD, "contract", LOOK.id(), Optional.empty()), NOW))
                .isTrue();
    }

    @Test
    void whatIsTakenAwayIsWrittenDownEachTime() {
        Access export = Access.once(Act.EXPORT, "contract", Optional.empty(), Optional.empty());

        assertThat(repeats.isFirst(ANNA, export, NOW)).isTrue();
        assertThat(repeats.isFirst(ANNA, export, NOW)).isTrue();
    }

    @Test
    void aClockThatIsSetBackHidesNothing() {
        repeats.isFirst(ANNA, LOOK, NOW);

        assertThat(repeats.isFirst(ANNA, LOOK, NOW.minusSeconds(3600))).isTrue();
    }

    @Test
    void aProgramThatLooksAtEverythingTakesNoMoreThanSoMuchMemory() {
        for (int i = 0; i < 10_001; i++) {
            repeats.isFirst(
                    PROGRAM, Access.once(Act.VIEW, "contract", Optional.of(new UUID(0, i)), Optional.empty()), NOW);
        }

        assertThat(repeats.isFirst(
                        PROGRAM, Access.once(Act.VIEW, "contract", Optional.of(new UUID(0, 0)), Optional.empty()), NOW))
                .as("the eldest was let go")
                .isTrue();
    }
}
