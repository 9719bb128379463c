package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldTest {

    private final UUID concerned = UUID.randomUUID();
    private final UUID store = UUID.randomUUID();
    private final List<Tenant> tenants = List.of(
            new Tenant(store, "T1", concerned),
            new Tenant(store, "T2", UUID.randomUUID()),
            new Tenant(store, "T3", concerned));

    private RuleDetails rule(String controllerColumn) {
        return new RuleEntry(
                        store.toString(),
                        "Chats",
                        "",
                        "okomo-dpa 4-3",
                        "P12M",
                        "stored",
                        "delete",
                        "message",
                        "sent_at",
                        "zoned",
                        "",
                        "",
                        controllerColumn,
                        "",
                        "")
                .read();
    }

    @Test
    void aBreachHoldsTheRowsOfWhomItConcernsUnderAllTheirNames() {
        assertThat(Holds.tenants(Set.of(concerned), tenants, rule("tenant"))).contains(List.of("T1", "T3"));
    }

    /** A hold without names would keep everybody's. */
    @Test
    void aBreachHoldsNothingWhereNobodyIsToldApartOrNobodyIsConcerned() {
        assertThat(Holds.tenants(Set.of(concerned), tenants, rule(""))).isEmpty();
        assertThat(Holds.tenants(Set.of(concerned), List.of(), rule("tenant"))).isEmpty();
        assertThat(Holds.tenants(Set.of(), tenants, rule("tenant"))).isEmpty();
        assertThat(Holds.tenants(Set.of(UUID.randomUUID()), tenants, rule("tenant")))
                .isEmpty();
    }

    @Test
    void aHoldTellsForWhoseSakeItStands() {
        Origin breach = new Origin("breach", UUID.randomUUID(), "BR-2026-0001", "gdpr 33(5)");
        Hold byItself = placed("BR-2026-0001").of(breach);

        assertThat(placed("a suit").origin()).isEmpty();
        assertThat(byItself.origin()).contains(breach);
        assertThat(byItself.standsOn(LocalDate.of(2226, 1, 1))).isTrue();
        HoldEvent told = HoldEvent.of(HoldEvent.RetentionHoldPlaced::new, byItself);
        assertThat(told.clause()).contains("gdpr 33(5)");
        assertThat(told.facts()).containsEntry("breach", "BR-2026-0001");
        byItself.lift("Dora", Chats.NOW);
        assertThat(byItself.standsOn(LocalDate.of(2026, 1, 1))).isFalse();
    }

    private static Hold placed(String reason) {
        return new Hold(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.empty(),
                null,
                Optional.empty(),
                null,
                null,
                reason,
                null,
                "Dora",
                Chats.NOW);
    }
}
