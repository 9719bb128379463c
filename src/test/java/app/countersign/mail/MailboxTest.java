package app.countersign.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");
    private static final Reason AWAY = Reason.of("mail.intake.problem.unreachable", "mail.okomo.example");

    private final Mailbox mailbox = new Mailbox("legal", NOW);

    @Test
    void aServerThatIsAwayIsNoFaultOfTheNextMail() {
        for (int i = 0; i < 5; i++) {
            mailbox.failed(AWAY, NOW);
        }

        assertThat(mailbox.stumbles()).isZero();
        assertThat(mailbox.isDue(NOW.plus(Duration.ofMinutes(2)))).isFalse();
    }

    @Test
    void whatWasCountedOfAMailEndsWithIt() {
        mailbox.stumbled();
        mailbox.failed(AWAY, NOW);
        mailbox.stumbled();
        assertThat(mailbox.stumbles()).isEqualTo(2);

        mailbox.reached(7);
        assertThat(mailbox.stumbles()).isZero();
    }
}
