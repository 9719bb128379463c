package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A person has given all that was asked for, and the rooms are open. */
record SignedIn(UUID objectId, boolean secondFactor, String agent) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("secondFactor", secondFactor);
        facts.put("userAgent", agent);
        return facts;
    }
}
