package app.countersign.party;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of an organisation has changed. */
public record OrganisationAmended(UUID objectId, Map<String, Object> facts, Optional<UUID> processor)
        implements DomainEvent {

    static OrganisationAmended of(Organisation organisation) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", organisation.name());
        facts.put("address", organisation.address());
        facts.put("country", organisation.country().code());
        organisation.registerNumber().ifPresent(number -> facts.put("registerNumber", number));
        facts.put("contacts", organisation.contacts().size());
        return new OrganisationAmended(
                organisation.id(), facts, organisation.code().map(code -> organisation.id()));
    }

    @Override
    public String objectKind() {
        return "organisation";
    }
}
