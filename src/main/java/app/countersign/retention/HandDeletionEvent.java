package app.countersign.retention;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What happens to a deletion by hand. */
public sealed interface HandDeletionEvent extends ByClause {

    @Override
    default String objectKind() {
        return HandDeletions.KIND;
    }

    record HandDeletionOrdered(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements HandDeletionEvent {}

    record HandDeletionAssigned(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements HandDeletionEvent {}

    record HandDeletionDone(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements HandDeletionEvent {}

    record HandDeletionDropped(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements HandDeletionEvent {}

    static Map<String, Object> facts(HandDeletion deletion) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", deletion.number());
        facts.put("subject", deletion.title());
        if (!deletion.contractNumber().isEmpty()) {
            facts.put("contract", deletion.contractNumber());
        }
        deletion.erasure().ifPresent(erasure -> facts.put("erasure", erasure));
        return facts;
    }
}
