package app.countersign.contract;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A template's words or terms were new, and are kept from now on. */
public record TemplateVersionFrozen(UUID objectId, Map<String, Object> facts) implements DomainEvent {

    static TemplateVersionFrozen of(TemplateVersion version) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("template", version.code());
        facts.put("revision", version.revision());
        facts.put("label", version.label());
        facts.put("hash", version.hash());
        return new TemplateVersionFrozen(version.id(), facts);
    }

    @Override
    public String objectKind() {
        return "template-version";
    }
}
