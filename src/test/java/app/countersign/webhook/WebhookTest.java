package app.countersign.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final UUID OKOMO = UUID.randomUUID();

    private final Webhook hook = hook(Optional.of(OKOMO));

    private static Webhook hook(Optional<UUID> processor) {
        return new Webhook(
                UUID.randomUUID(),
                "Pager",
                "https://pager.example/",
                processor,
                Set.of("deadline.due"),
                new byte[1],
                NOON,
                "Dora Weber");
    }

    private static Message message(String event, UUID processor) {
        return new Message(event, Optional.ofNullable(processor), NOON, JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void hearsWhatItAskedForOfItsOwnProcessor() {
        assertThat(hook.hears(message("deadline.due", OKOMO))).isTrue();
        assertThat(hook.hears(message("deadline.warned", OKOMO))).isFalse();
        assertThat(hook.hears(message("deadline.due", UUID.randomUUID()))).isFalse();
        assertThat(hook.hears(message("deadline.due", null))).isFalse();
    }

    @Test
    void oneThatHearsOfAllHearsOfTheInstallationToo() {
        Webhook all = hook(Optional.empty());

        assertThat(all.hears(message("deadline.due", OKOMO))).isTrue();
        assertThat(all.hears(message("deadline.due", null))).isTrue();
    }

    @Test
    void oneThatDoesNotAnswerIsLeftAloneForLongerAndLongerUpToAnHour() {
        Duration before = Duration.ZERO;
        for (int i = 0; i < 40; i++) {
            hook.failed(NOON);
            Duration pause = Duration.between(NOON, hook.resumeAt());
            assertThat(pause).isBetween(before, Duration.ofHours(1));
            before = pause;
        }
        assertThat(before).isEqualTo(Duration.ofHours(1));
        assertThat(hook.isFailing()).isTrue();

        hook.answered(NOON);
        assertThat(hook.isFailing()).isFalse();
        hook.failed(NOON);
        assertThat(hook.resumeAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void aCallIsGivenUpAfterThreeDaysAndKeepsItsId() {
        WebhookCall call = new WebhookCall(hook, "deadline.due", "{}", NOON);
        UUID id = call.id();

        call.failed(
                Reason.of("webhook.problem.status", "503"),
                NOON.plus(Duration.ofDays(3)).minusMillis(1));
        assertThat(call.state()).isEqualTo(CallState.WAITING);
        assertThat(call.problem()).contains(Reason.of("webhook.problem.status", "503"));

        call.failed(Reason.of("webhook.problem.slow"), NOON.plus(Duration.ofDays(3)));
        assertThat(call.state()).isEqualTo(CallState.FAILED);
        assertThat(call.attempts()).isEqualTo(2);
        assertThat(call.id()).isEqualTo(id);
    }

    @Test
    void aCallThatCameThroughForgetsWhatWasWrong() {
        WebhookCall call = new WebhookCall(hook, "deadline.due", "{}", NOON);
        call.failed(Reason.of("webhook.problem.slow"), NOON);

        call.delivered(NOON.plusSeconds(5));

        assertThat(call.state()).isEqualTo(CallState.DELIVERED);
        assertThat(call.problem()).isEmpty();
        assertThat(call.triedAt()).contains(NOON.plusSeconds(5));
    }
}
