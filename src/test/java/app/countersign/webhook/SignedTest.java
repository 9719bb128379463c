package app.countersign.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedTest {

    /** Worked out with {@code openssl dgst -sha256 -hmac}. */
    @Test
    void aCallIsSignedAsStandardWebhooksWants() {
        UUID id = UUID.fromString("9f3c1f6e-6c0b-4a57-9d4e-0d3a5f1f0b11");

        assertThat(Signed.headers(
                        id,
                        "{\"type\":\"test\"}",
                        "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII),
                        Instant.parse("2026-11-28T09:00:00.9Z")))
                .containsEntry("webhook-id", id.toString())
                .containsEntry("webhook-timestamp", "1795856400")
                .containsEntry("webhook-signature", "v1,xhtJ5PRQh0uii2j1tqeQ3t6SzWzBP1MHZmqk32dD/so=");
    }

    @Test
    void aSecretIsWrittenAsItsReceiverWantsIt() {
        assertThat(Signed.text(new byte[] {1, 2, 3})).isEqualTo("whsec_AQID");
    }
}
