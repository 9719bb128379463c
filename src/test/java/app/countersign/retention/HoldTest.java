package app.countersign.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        return rule(controllerColumn, "");
    }

    private RuleDetails rule(String controllerColumn, String subjectColumn) {
        return TypedRule.about("message")
                .in(store)
                .controller(controllerColumn)
                .subject(subjectColumn)
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

    /** As if it were a person's hold; but nobody has weighed what else would stay. */
    @Test
    void anInquiryHoldsWhatItIsAboutWhereRowsAreToldApartByIt() {
        Holds holds = new Holds();
        Origin inquiry = new Origin("inquiry", UUID.randomUUID(), "IQ-2026-0001", "gdpr 12(3)");
        Hold ofPerson = placed("IQ", new byte[] {1}, Optional.empty()).of(inquiry);
        Hold ofController = placed("IQ", null, Optional.of(concerned)).of(inquiry);

        assertThat(ofPerson.saysWhat()).isTrue();
        assertThat(holds.tenants(ofPerson, tenants, rule("tenant", "author"))).contains(List.of());
        assertThat(holds.tenants(ofPerson, tenants, rule("tenant", ""))).isEmpty();
        assertThat(holds.tenants(ofController, tenants, rule("tenant", ""))).contains(List.of("T1", "T3"));
        assertThat(holds.tenants(ofController, tenants, rule("", "author"))).isEmpty();
        assertThat(holds.tenants(ofController, List.of(), rule("tenant", ""))).isEmpty();
        // One by hand in doubt keeps everybody's, and stops the rule that can't tell.
        assertThat(holds.tenants(placed("a suit", null, Optional.of(concerned)), List.of(), rule("tenant", "")))
                .contains(List.of());
        assertThat(holds.tenants(placed("a suit", new byte[] {1}, Optional.empty()), tenants, rule("tenant", "")))
                .contains(List.of());
    }

    @Test
    void nothingHoldsEverythingOfAProcessorByItself() {
        assertThatThrownBy(() -> new Kept(
                        UUID.randomUUID(), Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Hold placed(String reason) {
        return placed(reason, null, Optional.empty());
    }

    private static Hold placed(String reason, byte[] person, Optional<UUID> controller) {
        return new Hold(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.empty(),
                person,
                controller,
                null,
                null,
                reason,
                null,
                "Dora",
                Chats.NOW);
    }
}
