package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody failed to sign in, as an account or from an address. Told when their number doubles: the trail of an attack
 * is short.
 */
record SignInFailed(String objectKind, UUID objectId, Map<String, Object> facts) implements DomainEvent {

    static SignInFailed of(UUID account, int failures) {
        return new SignInFailed("account", account, Map.of("failures", failures));
    }

    static SignInFailed from(String address, int failures) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("address", address);
        facts.put("failures", failures);
        UUID id = UUID.nameUUIDFromBytes(("address:" + address).getBytes(StandardCharsets.UTF_8));
        return new SignInFailed("address", id, facts);
    }
}
