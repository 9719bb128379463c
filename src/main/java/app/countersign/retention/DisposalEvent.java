package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What becomes of a controller's data after the end: part of its contract's history. */
public sealed interface DisposalEvent extends ByClause {

    @Override
    default String objectKind() {
        return "contract";
    }

    record DisposalBegun(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements DisposalEvent {}

    /** Which of the periods that the words leave open was agreed. */
    record RetentionAgreed(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements DisposalEvent {}

    record DisposalChosen(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements DisposalEvent {}

    record DisposalReminded(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements DisposalEvent {}

    record DataReturned(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements DisposalEvent {}

    record DisposalConfirmed(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements DisposalEvent {}

    static Map<String, Object> facts(Disposal disposal) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", disposal.number());
        facts.put("dueOn", disposal.dueOn().toString());
        disposal.choice().ifPresent(choice -> facts.put("choice", KebabCase.of(choice)));
        return facts;
    }
}
