package app.countersign.retention;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Somebody decided between periods that contradict each other. */
public record DecisionEvent(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
        implements DomainEvent {

    static DecisionEvent of(Decision decision, String clause) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("category", decision.category());
        facts.put("period", decision.period());
        facts.put("reason", decision.reason());
        return new DecisionEvent(decision.id(), decision.processorId(), clause, facts);
    }

    @Override
    public String name() {
        return "retention-period-decided";
    }

    @Override
    public String objectKind() {
        return "retention-decision";
    }

    @Override
    public Optional<String> clause() {
        return Optional.of(cited);
    }

    @Override
    public Optional<UUID> processor() {
        return Optional.of(ofProcessor);
    }
}
