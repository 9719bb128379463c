package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** A person was given an account, and a link to begin with. */
record AccountInvited(UUID objectId, Map<String, Object> facts) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }
}
