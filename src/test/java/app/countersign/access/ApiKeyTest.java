package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant END = NOW.plusSeconds(3600);

    private final Account account =
            new Account(UUID.randomUUID(), "anna", "Anna", "", null, List.of(Roles.LEGAL), Locale.GERMAN, NOW);
    private final ApiKey key = new ApiKey(account, "Nightly", KeyText.random(), Set.of("contracts:read"), NOW, END);

    @Test
    void itExpires() {
        assertThat(key.isValid(END.minusMillis(1))).isTrue();
        assertThat(key.isValid(END)).isFalse();
    }

    @Test
    void onceRevokedItStaysSo() {
        key.revoke(NOW.plusSeconds(10));
        key.revoke(NOW.plusSeconds(20));

        assertThat(key.isValid(NOW.plusSeconds(11))).isFalse();
        assertThat(key.revokedAt()).contains(NOW.plusSeconds(10));
    }

    @Test
    void itOpensNothingWhenItsAccountIsClosedOrItsTimeIsOver() {
        account.lendUntil(NOW.plusSeconds(60));
        assertThat(key.isValid(NOW.plusSeconds(59))).isTrue();
        assertThat(key.isValid(NOW.plusSeconds(60))).isFalse();

        account.close();
        assertThat(key.isValid(NOW)).isFalse();
    }

    @Test
    void itsUseIsNotedOnceAMinuteAndAgainAfterAClockWasSetBack() {
        key.used(NOW);
        key.used(NOW.plusSeconds(59));
        assertThat(key.lastUsedAt()).contains(NOW);

        key.used(NOW.plusSeconds(60));
        assertThat(key.lastUsedAt()).contains(NOW.plusSeconds(60));

        key.used(NOW.minusSeconds(3600));
        assertThat(key.lastUsedAt()).contains(NOW.minusSeconds(3600));
    }
}
