package app.countersign.subprocessor;

import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to the register of sub-processors. */
public sealed interface EngagementEvent extends DomainEvent {

    @Override
    default String objectKind() {
        return Engagements.KIND;
    }

    record SubProcessorEntered(UUID objectId, Map<String, Object> facts, Optional<UUID> processor)
            implements EngagementEvent {}

    record SubProcessorAmended(UUID objectId, Map<String, Object> facts, Optional<UUID> processor)
            implements EngagementEvent {}

    static SubProcessorEntered entered(Engagement engagement) {
        return new SubProcessorEntered(engagement.id(), facts(engagement), Optional.of(engagement.processorId()));
    }

    /** @param before what {@link #facts} were */
    static SubProcessorAmended amended(Map<String, Object> before, Engagement engagement) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts(engagement).forEach((fact, value) -> facts.put(fact, Change.of(before.get(fact), value)));
        return new SubProcessorAmended(engagement.id(), facts, Optional.of(engagement.processorId()));
    }

    static Map<String, Object> facts(Engagement engagement) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", engagement.name());
        facts.put("service", engagement.service());
        facts.put(
                "countries",
                String.join(
                        " ", engagement.places().stream().map(one -> one.code()).toList()));
        facts.put("personal", KebabCase.of(engagement.personal()));
        facts.put("basis", KebabCase.of(engagement.basis()));
        facts.put("informed", engagement.informed());
        facts.put("safeguards", Safeguard.join(engagement.safeguards()));
        facts.put("document", engagement.document().orElse(""));
        facts.put("since", engagement.since().map(Object::toString).orElse(""));
        facts.put("until", engagement.until().map(Object::toString).orElse(""));
        return facts;
    }
}
