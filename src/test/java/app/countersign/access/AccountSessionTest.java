package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Account account =
            new Account(UUID.randomUUID(), "anna", "Anna", "", null, List.of(Roles.LEGAL), Locale.GERMAN, NOW);
    private final AccountSession session = new AccountSession(account, false, "::1", "Firefox", NOW);

    @Test
    void itEndsHalfAnHourAfterItsLastUse() {
        session.see(NOW.plusSeconds(600));

        assertThat(session.over(IDLE, LONGEST, NOW.plusSeconds(600 + 1799))).isEmpty();
        assertThat(session.over(IDLE, LONGEST, NOW.plusSeconds(600 + 1800))).contains("idle");
    }

    @Test
    void itEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        session.see(NOW.plus(LONGEST).minusSeconds(90));

        assertThat(session.over(IDLE, LONGEST, NOW.plus(LONGEST).minusSeconds(1)))
                .isEmpty();
        assertThat(session.over(IDLE, LONGEST, NOW.plus(LONGEST))).contains("longest");
    }

    @Test
    void oneThatAClockBeganThatWasAheadIsOverAndOfTwoInstancesTheClocksMayDifferALittle() {
        assertThat(session.over(IDLE, LONGEST, NOW.minusSeconds(60))).isEmpty();
        assertThat(session.over(IDLE, LONGEST, NOW.minusSeconds(61))).contains("clock");
    }

    @Test
    void aProofIsFreshForFiveMinutesAndNotAtAllBeforeItWasGiven() {
        Duration five = Duration.ofMinutes(5);
        assertThat(session.isProvedWithin(five, NOW)).isFalse();

        session.prove(NOW);

        assertThat(session.isProvedWithin(five, NOW.plusSeconds(299))).isTrue();
        assertThat(session.isProvedWithin(five, NOW.plusSeconds(300))).isFalse();
        assertThat(session.isProvedWithin(five, NOW.minusSeconds(1))).isFalse();
    }

    @Test
    void browsersAreNamedAsTheirOwnersKnowThem() {
        assertThat(Agents.summary("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"))
                .isEqualTo("Firefox, Linux");
        assertThat(Agents.summary(
                        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126"))
                .isEqualTo("Edge, Windows");
        assertThat(Agents.summary(null)).isEqualTo("?");
    }
}
