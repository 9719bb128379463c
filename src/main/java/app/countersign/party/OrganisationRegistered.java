package app.countersign.party;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An organisation was entered. */
public record OrganisationRegistered(UUID objectId, Map<String, Object> facts) implements DomainEvent {

    static OrganisationRegistered of(Organisation organisation) {
        return new OrganisationRegistered(organisation.id(), facts(organisation));
    }

    /** What is told of an organisation. */
    static Map<String, Object> facts(Organisation organisation) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", organisation.name());
        facts.put("address", organisation.address());
        facts.put("country", organisation.country().code());
        organisation.registerNumber().ifPresent(number -> facts.put("registerNumber", number));
        facts.put("contacts", organisation.contacts().size());
        return facts;
    }

    @Override
    public String objectKind() {
        return "organisation";
    }
}
