package app.countersign.retention;

import java.util.List;

/**
 * Rows of a table that have to be kept for some time: what a rule says whose fate is {@link Fate#KEEP}.
 *
 * @param kept whatever is younger must stay, and so must rows that say no time
 */
record Duty(TableName table, List<Condition> conditions, String ageColumn, AgeForm ageForm, Cutoff kept) {

    Duty {
        conditions = List.copyOf(conditions);
    }

    static Duty of(RuleDetails rule, Cutoff kept) {
        return new Duty(rule.table(), rule.conditions(), rule.ageColumn(), rule.ageForm(), kept);
    }
}
