package app.countersign.retention;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to an erasure. Facts never say whose data it is. */
public sealed interface ErasureEvent extends DomainEvent {

    UUID ofProcessor();

    String cited();

    @Override
    default String objectKind() {
        return "retention-erasure";
    }

    @Override
    default Optional<UUID> processor() {
        return Optional.of(ofProcessor());
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(cited());
    }

    record RetentionErasureAsked(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements ErasureEvent {}

    record RetentionErasureApproved(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements ErasureEvent {}

    record RetentionErasureStopped(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements ErasureEvent {}

    /** Nobody approved it in time. */
    record RetentionErasureLapsed(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements ErasureEvent {}

    /** With the SHA-256 of its protocol. */
    record RetentionErasureEnded(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements ErasureEvent {}

    /** How an event of an erasure is made. */
    interface Kind {
        ErasureEvent of(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts);
    }

    static ErasureEvent of(Kind kind, Erasure erasure, List<Run> runs, List<HandDeletion> byHand) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reason", erasure.reason());
        erasure.controller().ifPresent(controller -> facts.put("controller", controller));
        facts.put("state", KebabCase.of(erasure.state(runs, byHand)));
        facts.put("rows", runs.stream().mapToLong(Run::done).sum());
        erasure.protocolPdf().ifPresent(sha256 -> facts.put("document", sha256));
        return kind.of(erasure.id(), erasure.processorId(), erasure.clause(), facts);
    }
}
