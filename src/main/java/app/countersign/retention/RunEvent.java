package app.countersign.retention;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What happens to a run. Facts hold numbers and the rule's title, never what was deleted. */
public sealed interface RunEvent extends ByClause {

    @Override
    default String objectKind() {
        return "retention-run";
    }

    record RetentionRunAsked(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RunEvent {}

    record RetentionRunWaiting(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RunEvent {}

    record RetentionRunBegun(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RunEvent {}

    record RetentionRunApproved(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RunEvent {}

    record RetentionRunPaused(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RunEvent {}

    record RetentionRunResumed(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RunEvent {}

    record RetentionRunStopped(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RunEvent {}

    record RetentionRunFailed(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RunEvent {}

    /** With the SHA-256 of its protocol. */
    record RetentionRunEnded(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RunEvent {}

    /** How an event of a run is made. */
    interface Kind {
        RunEvent of(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts);
    }

    static RunEvent of(Kind kind, Run run, Rule rule) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", rule.title());
        facts.put("cutoff", run.cutoff().end().toString());
        facts.put("rows", run.done());
        facts.put("expired", run.expired());
        run.problem().ifPresent(problem -> facts.put("problemKey", problem.key()));
        run.protocolPdf().ifPresent(sha256 -> facts.put("document", sha256));
        return kind.of(run.id(), run.processorId(), rule.clause(), facts);
    }
}
