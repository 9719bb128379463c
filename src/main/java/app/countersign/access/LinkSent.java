package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** A link to set a password was sent to the person of an account, whom an administrator helps. */
record LinkSent(UUID objectId) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of();
    }
}
