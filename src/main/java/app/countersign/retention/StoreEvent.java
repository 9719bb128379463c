package app.countersign.retention;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a store. Facts say which it is, never with what it is opened or where it lies. */
public sealed interface StoreEvent extends DomainEvent {

    UUID ofProcessor();

    @Override
    default String objectKind() {
        return "retention-store";
    }

    @Override
    default Optional<UUID> processor() {
        return Optional.of(ofProcessor());
    }

    record RetentionStoreAdded(UUID objectId, UUID ofProcessor, Map<String, Object> facts) implements StoreEvent {}

    record RetentionStoreAmended(UUID objectId, UUID ofProcessor, Map<String, Object> facts) implements StoreEvent {}

    record RetentionStoreRemoved(UUID objectId, UUID ofProcessor, Map<String, Object> facts) implements StoreEvent {}

    static Map<String, Object> facts(Store store) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", store.name());
        facts.put("kind", app.countersign.kernel.KebabCase.of(store.kind()));
        return facts;
    }

    static Map<String, Object> facts(Store store, String name, Object value) {
        Map<String, Object> facts = facts(store);
        facts.put(name, value);
        return facts;
    }
}
