package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandDeletionTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final HandDeletion deletion = new HandDeletion(
            12,
            UUID.randomUUID(),
            new HandDeletion.Order("HubSpot", "okomo-dpa 6-7", ""),
            LocalDate.of(2026, 11, 28),
            NOW,
            NOW);

    @Test
    void itIsDoneOnceSomebodyStatesSo() {
        assertThat(deletion.number()).isEqualTo("LH-000012");
        assertThatThrownBy(() -> deletion.done("Vera", " ", NOW))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.complaints()).containsOnlyKeys("statement"));
        assertThat(deletion.state()).isEqualTo(HandDeletionState.OPEN);

        deletion.done("Vera", "Alle Kontakte gelöscht", NOW);

        assertThat(deletion.state()).isEqualTo(HandDeletionState.DONE);
        assertThat(deletion.statement()).contains("Alle Kontakte gelöscht");
    }

    @Test
    void whatIsSettledStaysAsItIs() {
        deletion.drop("Vera", "Dort liegt nichts", NOW);

        assertThatThrownBy(() -> deletion.done("Vera", "x", NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> deletion.assign("Hans")).isInstanceOf(Refused.class);
        assertThat(deletion.state()).isEqualTo(HandDeletionState.DROPPED);
    }

    @Test
    void itBelongsToNoContractUnlessItIsSaid() {
        assertThat(deletion.contractId()).isEmpty();
    }
}
