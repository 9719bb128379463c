package app.countersign.party;

import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What is known of an organisation has changed. */
public record OrganisationAmended(UUID objectId, Map<String, Object> facts) implements DomainEvent {

    /** @param before what {@link OrganisationRegistered#facts} were */
    static OrganisationAmended of(Map<String, Object> before, Organisation organisation) {
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Object> after = OrganisationRegistered.facts(organisation);
        after.forEach((fact, value) -> facts.put(fact, Change.of(before.get(fact), value)));
        before.keySet().stream()
                .filter(fact -> !after.containsKey(fact))
                .forEach(fact -> facts.put(fact, Change.of(before.get(fact), null)));
        return new OrganisationAmended(organisation.id(), facts);
    }

    @Override
    public String objectKind() {
        return "organisation";
    }
}
