package app.countersign.access;

import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The provider's groups have given an account other roles or processors than it had. */
record GroupsApplied(UUID objectId, String rolesBefore, String roles, String processorsBefore, String processors)
        implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("roles", Change.of(rolesBefore, roles));
        facts.put("processors", Change.of(processorsBefore, processors));
        return facts;
    }
}
