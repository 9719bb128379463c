package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An API key opens nothing any more. */
public record ApiKeyRevoked(UUID objectId, Map<String, Object> facts) implements DomainEvent {

    static ApiKeyRevoked of(ApiKey key) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("account", key.account().id());
        facts.put("label", key.label());
        facts.put("scopes", Scopes.join(key.scopes()));
        return new ApiKeyRevoked(key.id(), facts);
    }

    @Override
    public String objectKind() {
        return "api-key";
    }
}
