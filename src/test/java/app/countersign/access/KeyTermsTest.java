package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.countersign.kernel.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTermsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Set<String> SCOPES = Set.of("contracts:read");

    @Test
    void a_key_opens_for_a_year_unless_something_else_is_said() {
        assertThat(KeyTerms.read("Invoices", SCOPES, null, TODAY).lastDay()).isEqualTo(LocalDate.of(2027, 11, 22));
    }

    @Test
    void its_last_day_counts_where_the_organisation_is() {
        Instant end = KeyTerms.read("Invoices", SCOPES, TODAY, TODAY).end(ZoneId.of("Europe/Zurich"));
        assertThat(end).isEqualTo("2026-11-22T23:00:00Z");
    }

    @Test
    void two_years_are_the_longest_and_today_the_shortest() {
        assertThat(KeyTerms.read("Invoices", SCOPES, LocalDate.of(2028, 11, 22), TODAY))
                .isNotNull();
        assertThat(refused("Invoices", SCOPES, LocalDate.of(2028, 11, 23)).complaints())
                .containsOnlyKeys("expiresOn");
        assertThat(refused("Invoices", SCOPES, TODAY.minusDays(1)).complaints()).containsOnlyKeys("expiresOn");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(refused(" ", Set.of(), TODAY.minusDays(1)).complaints())
                .containsOnlyKeys("label", "scopes", "expiresOn");
    }

    @Test
    void a_scope_that_there_is_not_is_refused_with_those_there_are() {
        Invalid refused = refused("Invoices", Set.of("contracts:read", "everything"), null);
        assertThat(refused.complaints().get("scopes").args()).first().asString().contains("contracts:write");
    }

    private static Invalid refused(String label, Set<String> scopes, LocalDate lastDay) {
        return catchThrowableOfType(Invalid.class, () -> KeyTerms.read(label, scopes, lastDay, TODAY));
    }
}
