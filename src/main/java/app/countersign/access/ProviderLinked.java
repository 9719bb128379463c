package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/**
 * From now on the provider says who signs in to that account.
 *
 * @param how {@code invited} if the account was waiting for that person, {@code new} if it was made for them
 */
record ProviderLinked(UUID objectId, String issuer, String how, String roles) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("issuer", issuer, "how", how, "roles", roles);
    }
}
