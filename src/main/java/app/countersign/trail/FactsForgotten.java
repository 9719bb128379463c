package app.countersign.trail;

import app.countersign.kernel.DomainEvent;
import java.util.Map;
import java.util.UUID;

/**
 * Personal facts are gone from the trail. The digest says which, so that none goes without being told: the SHA-256 over
 * a line {@code position fact} for each, in the order of the rows.
 *
 * @param objectKind whose facts: {@code person} with a pseudonym, or the object that they told of
 */
record FactsForgotten(String objectKind, UUID objectId, long count, String digest) implements DomainEvent {

    @Override
    public Map<String, Object> facts() {
        return Map.of("count", count, "digest", digest);
    }
}
