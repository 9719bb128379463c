package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** So many attempts failed that the next may only be made after a quarter of an hour. */
record AccountLocked(UUID objectId, int failures, Instant until) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("failures", failures);
        facts.put("until", until);
        return facts;
    }
}
