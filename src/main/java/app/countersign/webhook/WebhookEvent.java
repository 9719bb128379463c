package app.countersign.webhook;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a receiver of calls. Facts say where calls go, never with what they are signed. */
public sealed interface WebhookEvent extends DomainEvent {

    Optional<UUID> whose();

    @Override
    default String objectKind() {
        return "webhook";
    }

    @Override
    default Optional<UUID> processor() {
        return whose();
    }

    record WebhookAdded(UUID objectId, Optional<UUID> whose, Map<String, Object> facts) implements WebhookEvent {}

    record WebhookRemoved(UUID objectId, Optional<UUID> whose, Map<String, Object> facts) implements WebhookEvent {}

    /** A call did not come through for days. */
    record WebhookGaveUp(UUID objectId, Optional<UUID> whose, Map<String, Object> facts) implements WebhookEvent {}

    static WebhookAdded added(Webhook hook) {
        Map<String, Object> facts = facts(hook);
        facts.put("events", String.join(" ", hook.events()));
        return new WebhookAdded(hook.id(), hook.processor(), facts);
    }

    static WebhookRemoved removed(Webhook hook) {
        return new WebhookRemoved(hook.id(), hook.processor(), facts(hook));
    }

    static WebhookGaveUp gaveUp(Webhook hook, WebhookCall call) {
        Map<String, Object> facts = facts(hook);
        facts.put("call", call.id());
        facts.put("event", call.event());
        return new WebhookGaveUp(hook.id(), hook.processor(), facts);
    }

    /** The host alone: the rest of an address may hold a password. */
    private static Map<String, Object> facts(Webhook hook) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", hook.label());
        facts.put("host", Target.read(hook.url()).authority());
        return facts;
    }
}
