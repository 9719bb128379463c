package app.countersign.measure;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What happens to evidence. */
public sealed interface EvidenceEvent extends DomainEvent {

    Evidence of();

    @Override
    default String objectKind() {
        return "evidence";
    }

    @Override
    default UUID objectId() {
        return of().id();
    }

    @Override
    default Optional<UUID> processor() {
        return Optional.of(of().processor());
    }

    /** It shows that measures are kept. */
    record EvidenceAdded(Evidence of, Map<String, Object> facts) implements EvidenceEvent {}

    /** It shows that one is not. */
    record EvidenceFailed(Evidence of, Map<String, Object> facts) implements EvidenceEvent {}

    record EvidenceWithdrawn(Evidence of, Map<String, Object> facts) implements EvidenceEvent {}

    static EvidenceEvent added(Evidence evidence, List<Measure> measures) {
        Map<String, Object> facts = facts(evidence);
        facts.put("measures", measures.stream().map(Measure::clause).collect(Collectors.joining(", ")));
        return evidence.isGood() ? new EvidenceAdded(evidence, facts) : new EvidenceFailed(evidence, facts);
    }

    static EvidenceWithdrawn withdrawn(Evidence evidence) {
        Map<String, Object> facts = facts(evidence);
        evidence.reason().ifPresent(why -> facts.put("reason", why));
        return new EvidenceWithdrawn(evidence, facts);
    }

    private static Map<String, Object> facts(Evidence evidence) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", evidence.title());
        facts.put("evidence", KebabCase.of(evidence.kind()));
        evidence.sha256().ifPresent(hash -> facts.put("sha256", hash));
        facts.put("at", evidence.occurredAt());
        facts.put("until", evidence.validUntil());
        return facts;
    }
}
