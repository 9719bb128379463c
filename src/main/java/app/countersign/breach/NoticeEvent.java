package app.countersign.breach;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to the letters of a breach. Facts hold numbers and hashes; who was told is kept apart as personal. */
public sealed interface NoticeEvent extends DomainEvent {

    @Override
    default String objectKind() {
        return Breaches.KIND;
    }

    /** The next phase was begun, for so many. */
    record NoticesDrafted(UUID objectId, Map<String, Object> facts) implements NoticeEvent {}

    /** So many are to be mailed, one after the other. */
    record NoticesQueued(UUID objectId, Map<String, Object> facts) implements NoticeEvent {}

    record NoticeAmended(UUID objectId, Map<String, Object> facts, Optional<UUID> processor) implements NoticeEvent {}

    record NoticeSent(UUID objectId, Map<String, Object> facts, Optional<UUID> processor) implements NoticeEvent {}

    /** It was mailed and could not be delivered. */
    record NoticeReturned(UUID objectId, Map<String, Object> facts, Optional<UUID> processor) implements NoticeEvent {}

    /** The controller has opened it by the personal link. */
    record NoticeRead(UUID objectId, Map<String, Object> facts, Optional<UUID> processor) implements NoticeEvent {}

    static Map<String, Object> facts(Breach breach) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", breach.number());
        return facts;
    }

    static Map<String, Object> facts(Breach breach, Notice notice) {
        Map<String, Object> facts = facts(breach);
        facts.put("notice", notice.id().toString());
        facts.put("phase", notice.phase());
        if (!notice.contractNumber().isEmpty()) {
            facts.put("contract", notice.contractNumber());
        }
        return facts;
    }
}
