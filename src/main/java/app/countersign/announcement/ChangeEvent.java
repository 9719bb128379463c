package app.countersign.announcement;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to an announced change of a sub-processor. Together these are the proof. */
public sealed interface ChangeEvent extends DomainEvent {

    @Override
    default String objectKind() {
        return Announcements.KIND;
    }

    record SubProcessorChangeAnnounced(UUID objectId, Map<String, Object> facts, Optional<UUID> processor)
            implements ChangeEvent {}

    /** One controller was told. */
    record SubProcessorChangeTold(
            UUID objectId, Map<String, Object> facts, Optional<UUID> processor, Optional<String> clause)
            implements ChangeEvent {}

    record SubProcessorChangeReminded(
            UUID objectId, Map<String, Object> facts, Optional<UUID> processor, Optional<String> clause)
            implements ChangeEvent {}

    record SubProcessorChangeConsented(
            UUID objectId, Map<String, Object> facts, Optional<UUID> processor, Optional<String> clause)
            implements ChangeEvent {}

    record SubProcessorChangeObjected(
            UUID objectId, Map<String, Object> facts, Optional<UUID> processor, Optional<String> clause)
            implements ChangeEvent {}

    /** For one contract. */
    record SubProcessorChangeInEffect(
            UUID objectId, Map<String, Object> facts, Optional<UUID> processor, Optional<String> clause)
            implements ChangeEvent {}

    /** It is a person's to tell one controller: no address is known, or something tripped the application up. */
    record SubProcessorChangeUntold(
            UUID objectId, Map<String, Object> facts, Optional<UUID> processor, Optional<String> clause)
            implements ChangeEvent {}

    record SubProcessorChangeWithdrawn(UUID objectId, Map<String, Object> facts, Optional<UUID> processor)
            implements ChangeEvent {}

    /** One controller was told that it is withdrawn. */
    record SubProcessorChangeRetold(
            UUID objectId, Map<String, Object> facts, Optional<UUID> processor, Optional<String> clause)
            implements ChangeEvent {}

    static SubProcessorChangeWithdrawn withdrawn(Announcement change) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", change.number() + " · " + change.name());
        facts.put("change", change.number());
        facts.put("reason", change.withdrawnReason());
        return new SubProcessorChangeWithdrawn(change.id(), facts, Optional.of(change.processorId()));
    }

    static SubProcessorChangeAnnounced announced(Announcement change) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", change.number() + " · " + change.name());
        facts.put("change", change.number());
        facts.put("kind", KebabCase.of(change.kind()));
        facts.put("effectiveOn", change.effectiveOn().toString());
        facts.put("contracts", change.total());
        return new SubProcessorChangeAnnounced(change.id(), facts, Optional.of(change.processorId()));
    }

    /** The contract's number leads to the contract. */
    static Map<String, Object> facts(Announcement change, ChangeNotice notice) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", notice.contractNumber());
        facts.put("change", change.number());
        facts.put("state", KebabCase.of(notice.state()));
        return facts;
    }
}
