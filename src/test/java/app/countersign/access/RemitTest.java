package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RemitTest {

    private static final UUID OURS = UUID.randomUUID();
    private static final Remit YEAR = new Remit(
            false,
            Set.of(OURS),
            Set.of("contract"),
            Optional.of(LocalDate.parse("2026-01-01")),
            Optional.of(LocalDate.parse("2026-12-31")));

    @Test
    void whatIsNoProcessorsIsSeenByThoseWhoAnswerForAll() {
        assertThat(Remit.EVERYTHING.covers((UUID) null)).isTrue();
        assertThat(YEAR.covers((UUID) null)).isFalse();
        assertThat(YEAR.covers(UUID.randomUUID())).isFalse();
        assertThat(YEAR.covers(OURS)).isTrue();
    }

    @Test
    void aContractThatWasThereOnADayOfThePeriodIsSeen() {
        assertThat(YEAR.reaches(at("2025-03-01"), Optional.empty())).isTrue();
        assertThat(YEAR.reaches(at("2025-03-01"), Optional.of(at("2026-01-01"))))
                .isTrue();
        assertThat(YEAR.reaches(at("2025-03-01"), Optional.of(at("2025-12-31"))))
                .isFalse();
        assertThat(YEAR.reaches(at("2027-01-01"), Optional.empty())).isFalse();
        assertThat(YEAR.reaches(Instant.parse("2026-12-31T23:59:59Z"), Optional.empty()))
                .isTrue();
    }

    @Test
    void aRoomThatIsNotNamedIsClosedButForTheAccountsOwn() {
        assertThat(YEAR.opens("contract")).isTrue();
        assertThat(YEAR.opens("mail")).isFalse();
        assertThat(YEAR.opens("access")).isTrue();
        assertThat(Remit.EVERYTHING.opens("mail")).isTrue();
    }

    @Test
    void anActivitysRoomIsItsPackage() {
        assertThat(ClosedRooms.roomOf(Remit.class)).isEqualTo("access");
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }
}
