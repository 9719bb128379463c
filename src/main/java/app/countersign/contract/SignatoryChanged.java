package app.countersign.contract;

import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody may sign for a processor from now on, or no longer. */
public record SignatoryChanged(UUID objectId, Map<String, Object> facts) implements DomainEvent {

    static SignatoryChanged authorised(Signatory signatory) {
        return of(signatory, true);
    }

    static SignatoryChanged revoked(Signatory signatory) {
        return of(signatory, false);
    }

    private static SignatoryChanged of(Signatory signatory, boolean authorised) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("account", signatory.accountName());
        facts.put("processor", signatory.processor().name());
        facts.put("person", signatory.person());
        facts.put("position", signatory.position());
        facts.put("authorised", Change.of(!authorised, authorised));
        return new SignatoryChanged(signatory.id(), facts);
    }

    @Override
    public String objectKind() {
        return "signatory";
    }
}
