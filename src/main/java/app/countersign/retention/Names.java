package app.countersign.retention;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether a rule names what a table has; each complaint beside the field where it was typed. */
final class Names {

    private final Table table;
    private final Map<String, Reason> complaints = new LinkedHashMap<>();

    Names(Table table) {
        this.table = table;
    }

    /** @throws Invalid with all complaints */
    void require(RuleDetails rule) {
        if (table.view()) {
            complaints.put(
                    "table", Reason.of("retention.doubt.view", table.name().toString()));
        } else if (table.key().isEmpty()) {
            complaints.put(
                    "table", Reason.of("retention.doubt.no-key", table.name().toString()));
        }
        require("ageColumn", rule.ageColumn());
        require("controllerColumn", rule.controllerColumn());
        require("subjectColumn", rule.subjectColumn());
        rule.conditions().forEach(condition -> require("conditions", condition.column()));
        rule.replacements().forEach(replacement -> require("replacements", replacement.column()));
        table.column(rule.ageColumn())
                .filter(column -> rule.since().isByRow() && !rule.ageForm().fits(column.type()))
                .ifPresent(column -> complaints.put(
                        "ageForm",
                        Reason.of(
                                "retention.doubt.type-changed",
                                column.name(),
                                column.typeName(),
                                rule.ageForm().label())));
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
    }

    private void require(String field, String column) {
        if (!column.isEmpty() && table.column(column).isEmpty()) {
            complaints.putIfAbsent(
                    field,
                    Reason.of(
                            "retention.doubt.column-gone", column, table.name().toString()));
        }
    }
}
