package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What happens to a rule. */
public sealed interface RuleEvent extends ByClause {

    @Override
    default String objectKind() {
        return "retention-rule";
    }

    record RetentionRuleAdded(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RuleEvent {}

    record RetentionRuleChanged(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RuleEvent {}

    record RetentionRuleRested(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RuleEvent {}

    record RetentionRuleWoken(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements RuleEvent {}

    static Map<String, Object> facts(Rule rule) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", rule.title());
        facts.put("period", rule.period().toString());
        facts.put("since", KebabCase.of(rule.since()));
        facts.put("fate", KebabCase.of(rule.fate()));
        facts.put("table", rule.table().toString());
        facts.put("revision", rule.revision());
        return facts;
    }
}
