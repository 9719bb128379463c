package app.countersign.breach;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to a breach. Facts hold its number and what was decided, never what data or persons it is about. */
public sealed interface BreachEvent extends DomainEvent {

    /** The fact that names the processor by its id. */
    String PROCESSOR = "processorId";

    @Override
    default String objectKind() {
        return Breaches.KIND;
    }

    /** Of a breach of one processor's data, that one; what is several's is known to those who answer for all. */
    @Override
    default Optional<UUID> processor() {
        return facts().get(PROCESSOR) instanceof UUID id ? Optional.of(id) : Optional.empty();
    }

    record BreachSuspected(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    record BreachReported(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    record BreachAmended(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    record BreachDismissed(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    record BreachReopened(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    /** How severe it is: facts hold the score and the level. */
    record SeverityJudged(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    /** The authority was told. */
    record AuthorityTold(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    /** Whether the authority or the persons are told. */
    record NotificationDecided(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    record BreachClosed(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    /** A controller was found to be concerned, or added by a person. */
    record ControllersFound(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    record ConcernConfirmed(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    record ConcernExcluded(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    record BreachFileAttached(UUID objectId, Map<String, Object> facts) implements BreachEvent {}

    static Map<String, Object> facts(Breach breach) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", breach.number());
        facts.put("state", KebabCase.of(breach.state()));
        if (breach.processors().size() == 1) {
            facts.put(PROCESSOR, breach.processors().iterator().next());
        }
        return facts;
    }

    static Map<String, Object> facts(Breach breach, String name, Object value) {
        Map<String, Object> facts = facts(breach);
        facts.put(name, value);
        return facts;
    }

    static Map<String, Object> facts(Breach breach, Judgement judgement) {
        Map<String, Object> facts = facts(breach, "severity", KebabCase.of(judgement.level()));
        facts.put("score", judgement.score().toPlainString());
        return facts;
    }

    static Map<String, Object> facts(Breach breach, Recipient recipient, boolean notifies, String processor) {
        Map<String, Object> facts = facts(breach, "recipient", KebabCase.of(recipient));
        facts.put("notifies", notifies);
        facts.put("processor", processor);
        return facts;
    }

    static Map<String, Object> facts(Breach breach, AuthorityReport report) {
        Map<String, Object> facts = facts(breach, "authority", report.authorityName());
        facts.put("phase", KebabCase.of(report.phase()));
        facts.put("channel", KebabCase.of(report.channel()));
        facts.put("sha256", report.pdf());
        return facts;
    }
}
