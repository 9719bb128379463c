package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An account has a new API key. */
public record ApiKeyMade(UUID objectId, Map<String, Object> facts) implements DomainEvent {

    static ApiKeyMade of(ApiKey key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("account", key.account().id());
        facts.put("label", key.label());
        facts.put("scopes", Scopes.join(key.scopes()));
        facts.put("expiresAt", key.expiresAt().map(Instant::toString).orElse("never"));
        return new ApiKeyMade(key.id(), facts);
    }

    @Override
    public String objectKind() {
        return "api-key";
    }
}
