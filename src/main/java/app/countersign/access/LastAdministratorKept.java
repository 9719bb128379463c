package app.countersign.access;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The provider's groups would have left nobody who can administer everything: the role stayed, and somebody should put
 * the groups right.
 *
 * @param roles that the groups give
 * @param processors that the groups give
 */
record LastAdministratorKept(UUID objectId, String roles, String processors) implements DomainEvent {

    @Override
    public String objectKind() {
        return "account";
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("roles", roles);
        facts.put("processors", processors);
        return facts;
    }
}
