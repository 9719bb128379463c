package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may read in the trail what happened to a breach. */
class BreachEventTest {

    private static final UUID ONE = UUID.randomUUID();

    @Test
    void whatIsOneProcessorsIsKnownToWhoeverAnswersForIt() {
        assertThat(event(Set.of(ONE)).processor()).hasValue(ONE);
    }

    @Test
    void whatIsSeveralProcessorsIsKnownToThoseWhoAnswerForAll() {
        assertThat(event(Set.of(ONE, UUID.randomUUID())).processor()).isEmpty();
    }

    private static BreachEvent event(Set<UUID> processors) {
        Facts facts = new Facts("T", "", "", "", List.of(), List.of(), Extent.unknown(), Extent.unknown(), "", "");
        Breach breach = new Breach("BR-2026-0001", facts, ZoneOffset.UTC, false, processors, Instant.EPOCH, "Dora");
        return new BreachEvent.BreachAmended(breach.id(), BreachEvent.facts(breach));
    }
}
