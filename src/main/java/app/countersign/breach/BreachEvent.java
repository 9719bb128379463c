package app.countersign.breach;

import app.countersign.kernel.Change;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What happens to a breach. Facts hold its number and what was decided; what data and persons it is about only where that changed. */
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

    /** What is known of it has changed: of each fact what it was and what it is. */
    record BreachAmended(UUID objectId, Map<String, Object> facts) implements BreachEvent {

        private static final Set<String> FIGURES = Set.of("state", PROCESSOR, "harms", "persons", "records");

        /** What people wrote may speak of persons, and can be forgotten. */
        @Override
        public boolean isPersonal(String fact) {
            return !FIGURES.contains(fact);
        }

        /**
         * @param before what was known
         * @param after what is known now; facts that are the same are not told
         */
        static BreachAmended of(Breach breach, Map<String, Object> before, Map<String, Object> after) {
            Map<String, Object> facts = BreachEvent.facts(breach);
            after.forEach((fact, value) -> {
                if (!value.equals(before.get(fact))) {
                    facts.put(fact, new Change(before.get(fact), value));
                }
            });
            return new BreachAmended(breach.id(), facts);
        }
    }

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
