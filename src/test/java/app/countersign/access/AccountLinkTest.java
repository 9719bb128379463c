package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountLinkTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Account account =
            new Account(UUID.randomUUID(), "anna", "Anna", "", null, List.of(Roles.LEGAL), Locale.GERMAN, NOW);

    private AccountLink link(AccountLink.Purpose purpose) {
        return new AccountLink(account, purpose, "a secret word", NOW);
    }

    @Test
    void anInvitationIsGoodForAWeekAndAResetForAnHour() {
        Instant week = NOW.plus(Duration.ofDays(7));
        assertThat(link(AccountLink.Purpose.INVITATION).isGood(week.minusMillis(1)))
                .isTrue();
        assertThat(link(AccountLink.Purpose.INVITATION).isGood(week)).isFalse();
        Instant hour = NOW.plus(Duration.ofHours(1));
        assertThat(link(AccountLink.Purpose.RESET).isGood(hour.minusMillis(1))).isTrue();
        assertThat(link(AccountLink.Purpose.RESET).isGood(hour)).isFalse();
    }

    @Test
    void itOpensOnceAndNothingOfAClosedAccount() {
        AccountLink used = link(AccountLink.Purpose.RESET);
        used.use(NOW);
        assertThat(used.isGood(NOW)).isFalse();

        AccountLink closed = link(AccountLink.Purpose.RESET);
        account.close();
        assertThat(closed.isGood(NOW)).isFalse();
    }

    @Test
    void oneThatAClockMadeThatWasAheadIsNotGoodForLongerByThat() {
        AccountLink ahead = link(AccountLink.Purpose.RESET);

        assertThat(ahead.isGood(NOW.minus(Duration.ofDays(365)))).isFalse();
        assertThat(ahead.isGood(NOW.minusSeconds(61))).isFalse();
        assertThat(ahead.isGood(NOW.minusSeconds(60))).isTrue();
    }
}
