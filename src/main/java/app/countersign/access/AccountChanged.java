package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** What an account may do, or what is known of its person, has changed: each with what it was. */
record AccountChanged(UUID objectId, Map<String, Object> facts) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }
}
