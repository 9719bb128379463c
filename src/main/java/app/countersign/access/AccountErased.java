package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** The person of an account was forgotten; only its id is left. */
record AccountErased(UUID objectId) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of();
    }
}
