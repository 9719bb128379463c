package app.countersign.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that has happened, told in the past tense by the room in which it did. Fired as a CDI event inside the
 * transaction of the change; the trail observes it and writes its row with the change.
 */
public interface DomainEvent {

    /** What it happened to, as kind and id: {@code contract}. */
    String objectKind();

    UUID objectId();

    /** The facts worth keeping, by name, in a fixed order; no secrets. Values are strings, numbers, booleans, dates. */
    Map<String, Object> facts();

    /** The clause that demanded an automatic act, where there is one: {@code okomo-dpa 2-5}. */
    default Optional<String> clause() {
        return Optional.empty();
    }

    /** The processor whose business it was, where it was one's: whoever answers for that one may know of it. */
    default Optional<UUID> processor() {
        return Optional.empty();
    }

    /** The event's name in the trail: its class name in kebab case, {@code contract-issued}. */
    default String name() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
