package app.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxMailTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final OutboxMail mail = new OutboxMail(
            Mail.plain(
                            new EmailAddress("erika@firma.ch"),
                            "Vertrag",
                            "Bitte hier: https://dpa.example/s/geheim",
                            Locale.GERMAN,
                            "contract",
                            UUID.randomUUID())
                    .withSecret("geheim"),
            "okomo.com",
            NOON);

    @Test
    void whatOnlyTheRecipientMayKnowIsForgottenOnceDelivered() {
        mail.claim(NOON);
        assertThat(mail.text()).contains("geheim");
        mail.delivered("250 2.0.0 Ok: queued as 4F2", NOON);
        assertThat(mail.text()).isEqualTo("Bitte hier: https://dpa.example/s/********");
        assertThat(mail.state()).isEqualTo(MailState.SENT);
    }

    @Test
    void theMailServersAnswerIsKept() {
        mail.claim(NOON);
        assertThat(mail.answer()).isEmpty();
        mail.delivered("250 2.0.0 Ok: queued as 4F2", NOON);
        assertThat(mail.answer()).contains("250 2.0.0 Ok: queued as 4F2");
    }

    @Test
    void peopleNeverSeeTheSecretWhileTheMailWaits() {
        assertThat(mail.shownText()).doesNotContain("geheim");
    }

    @Test
    void aClaimedMailIsDueAgainIfItsInstanceDies() {
        mail.claim(NOON);
        assertThat(mail.state()).isEqualTo(MailState.SENDING);
        assertThat(mail.nextAttemptAt()).contains(NOON.plus(OutboxMail.CLAIM));
    }

    @Test
    void aProblemThatMayPassIsTriedAgainLaterAndLater() {
        mail.claim(NOON);
        mail.undelivered("connection refused", false, NOON);
        assertThat(mail.nextAttemptAt()).contains(NOON.plus(Duration.ofMinutes(1)));
        mail.claim(NOON);
        mail.undelivered("connection refused", false, NOON);
        assertThat(mail.nextAttemptAt()).contains(NOON.plus(Duration.ofMinutes(2)));
        assertThat(mail.lastProblem()).contains("connection refused");
    }

    @Test
    void aServerThatIsDownForADayLosesNothing() {
        mail.claim(NOON);
        mail.undelivered("down", false, NOON.plus(Duration.ofDays(1)));
        assertThat(mail.state()).isEqualTo(MailState.WAITING);
    }

    @Test
    void afterFourDaysItIsGivenUp() {
        mail.claim(NOON);
        mail.undelivered("down", false, NOON.plus(Duration.ofDays(4)));
        assertThat(mail.state()).isEqualTo(MailState.FAILED);
        assertThat(mail.nextAttemptAt()).isEmpty();
    }

    @Test
    void anAddressThatIsRefusedForGoodIsNotTriedAgainUntilAPersonWantsIt() {
        mail.claim(NOON);
        mail.undelivered("550 no such user", true, NOON);
        assertThat(mail.state()).isEqualTo(MailState.FAILED);
        mail.retry(NOON);
        assertThat(mail.state()).isEqualTo(MailState.WAITING);
        assertThat(mail.nextAttemptAt()).contains(NOON);
    }

    @Test
    void aMailThatIsGoneCannotBeSentAgain() {
        mail.claim(NOON);
        mail.delivered("250 2.0.0 Ok: queued as 4F2", NOON);
        assertThatThrownBy(() -> mail.retry(NOON)).isInstanceOf(Refused.class);
    }

    @Test
    void withoutAServerTheHintSaysWhyItWaits() {
        assertThat(mail.hint(false)).map(r -> r.key()).contains("mail.hint.no-server");
        assertThat(mail.hint(true)).isEmpty();
    }

    @Test
    void pausesGrowToFourHoursAndNoFurther() {
        assertThat(RetryPlan.pauseAfter(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryPlan.pauseAfter(8)).isEqualTo(Duration.ofMinutes(128));
        assertThat(RetryPlan.pauseAfter(9)).isEqualTo(Duration.ofHours(4));
        assertThat(RetryPlan.pauseAfter(1000)).isEqualTo(Duration.ofHours(4));
    }
}
