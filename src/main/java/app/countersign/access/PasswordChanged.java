package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/** An account has another password.
 *
 * @param how {@code own}, {@code invitation}, {@code reset} */
record PasswordChanged(UUID objectId, String how) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("how", how);
    }
}
