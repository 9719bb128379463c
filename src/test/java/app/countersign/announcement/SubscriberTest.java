package app.countersign.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A subscription, and the links that open it. */
class SubscriberTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    private final Subscriber subscriber =
            new Subscriber(UUID.randomUUID(), UUID.randomUUID(), new byte[] {1}, "mark", Locale.GERMAN, NOW);
    private final SubscriberSecrets secrets = new SubscriberSecrets("a key".getBytes(StandardCharsets.UTF_8));

    @Test
    void aFormThatIsSentAgainIsAnsweredAfterAWhileOnly() {
        assertThat(subscriber.asks(NOW.plus(Duration.ofMinutes(14)))).isFalse();
        assertThat(subscriber.asks(NOW.plus(Duration.ofMinutes(15)))).isTrue();
        assertThat(subscriber.asks(NOW.plus(Duration.ofMinutes(29)))).isFalse();
        assertThat(subscriber.asks(NOW.plus(Duration.ofMinutes(30)))).isTrue();
    }

    @Test
    void itIsConfirmedOnce() {
        assertThat(subscriber.isConfirmed()).isFalse();
        assertThat(subscriber.confirm(NOW)).isTrue();
        assertThat(subscriber.confirm(NOW.plusSeconds(1))).isFalse();
        assertThat(subscriber.isConfirmed()).isTrue();
    }

    @Test
    void itCanBeConfirmedForTwoDaysAndIsOpenForGoodAfterwards() {
        Instant late = NOW.plus(Duration.ofDays(2));
        assertThat(subscriber.isOpen(late.minusSeconds(1))).isTrue();
        assertThat(subscriber.isOpen(late)).isFalse();
        subscriber.confirm(NOW);
        assertThat(subscriber.isOpen(late)).isTrue();
    }

    @Test
    void anAddressIsFoundAgainHoweverItIsWrittenAndByNothingElse() {
        String mark = secrets.mark(new EmailAddress("Anna@b.example"));

        assertThat(secrets.mark(new EmailAddress("anna@b.example")))
                .isEqualTo(mark)
                .hasSize(64);
        assertThat(secrets.mark(new EmailAddress("anne@b.example"))).isNotEqualTo(mark);
        assertThat(new SubscriberSecrets("another".getBytes(StandardCharsets.UTF_8))
                        .mark(new EmailAddress("anna@b.example")))
                .isNotEqualTo(mark);
    }

    @Test
    void aLinkOpensItsOwnSubscriptionOnly() {
        String token = secrets.token(subscriber.id());

        assertThat(secrets.token(subscriber.id())).isEqualTo(token);
        assertThat(secrets.subscriber(token)).contains(subscriber.id());
        assertThat(secrets.subscriber(token + "0")).isEmpty();
        assertThat(secrets.subscriber(UUID.randomUUID() + token.substring(token.indexOf('.'))))
                .isEmpty();
        assertThat(secrets.subscriber(subscriber.id().toString())).isEmpty();
        assertThat(secrets.subscriber("nothing")).isEmpty();
        assertThat(secrets.subscriber(null)).isEmpty();
        assertThat(new SubscriberSecrets("another".getBytes(StandardCharsets.UTF_8)).subscriber(token))
                .isEmpty();
    }
}
