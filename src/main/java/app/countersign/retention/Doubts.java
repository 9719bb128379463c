package app.countersign.retention;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When it is in doubt what a rule means in a database: then nothing is deleted. */
final class Doubts {

    private final Errand errand;
    private final RuleDetails rule;

    Doubts(Errand errand) {
        this.errand = errand;
        this.rule = errand.rule();
    }

    /** The table, if there is no doubt.
     *
     * @throws Trouble with the first one */
    Table clear(Optional<Table> found) throws Trouble {
        String name = rule.table().toString();
        Table table = found.orElseThrow(() -> Trouble.because("retention.doubt.table-gone", name));
        if (table.view()) {
            throw Trouble.because("retention.doubt.view", name);
        }
        if (table.key().isEmpty()) {
            throw Trouble.because("retention.doubt.no-key", name);
        }
        for (String column : named()) {
            if (table.column(column).isEmpty()) {
                throw Trouble.because("retention.doubt.column-gone", column, name);
            }
        }
        requireAge(table);
        for (Replacement replacement : rule.replacements()) {
            require(table, replacement);
        }
        for (Held held : errand.holds()) {
            require(held, table);
        }
        for (Duty duty : errand.duties()) {
            require(duty, table);
        }
        return table;
    }

    private List<String> named() {
        return Stream.of(
                        Stream.of(rule.ageColumn(), rule.controllerColumn(), rule.subjectColumn())
                                .filter(name -> !name.isEmpty()),
                        rule.conditions().stream().map(Condition::column),
                        rule.replacements().stream().map(Replacement::column))
                .flatMap(names -> names)
                .toList();
    }

    private void requireAge(Table table) throws Trouble {
        if (!rule.since().isByRow()) {
            return;
        }
        Column age = table.column(rule.ageColumn())
                .orElseThrow(() ->
                        Trouble.because("retention.doubt.no-age", table.name().toString()));
        if (!rule.ageForm().fits(age.type())) {
            throw Trouble.because(
                    "retention.doubt.type-changed",
                    age.name(),
                    age.typeName(),
                    rule.ageForm().label());
        }
    }

    private static void require(Table table, Replacement replacement) throws Trouble {
        Column column = table.column(replacement.column()).orElseThrow();
        if (table.key().contains(column.name())) {
            throw Trouble.because("retention.doubt.key-replaced", column.name());
        }
        boolean fits =
                switch (replacement.how()) {
                    case NULL -> column.nullable();
                    case CONSTANT -> true;
                    case MONTH, YEAR -> column.isTime();
                    case HASH -> column.isText();
                };
        if (!fits) {
            throw Trouble.because(
                    "retention.doubt.replacement",
                    column.name(),
                    replacement.how().label());
        }
    }

    /** A duty that can't be understood any more might keep everything. */
    private static void require(Duty duty, Table table) throws Trouble {
        if (!duty.table().equals(table.name())) {
            return;
        }
        List<String> named = Stream.concat(
                        Stream.of(duty.ageColumn()), duty.conditions().stream().map(Condition::column))
                .toList();
        for (String column : named) {
            if (table.column(column).isEmpty()) {
                throw Trouble.because(
                        "retention.doubt.column-gone", column, table.name().toString());
            }
        }
        Column age = table.column(duty.ageColumn()).orElseThrow();
        if (!duty.ageForm().fits(age.type())) {
            throw Trouble.because(
                    "retention.doubt.type-changed",
                    age.name(),
                    age.typeName(),
                    duty.ageForm().label());
        }
    }

    /** What a hold keeps must be told apart, or else everything is kept. */
    private void require(Held held, Table table) throws Trouble {
        if (held.person().isPresent() && rule.subjectColumn().isEmpty()) {
            throw Trouble.because("retention.doubt.hold-person");
        }
        boolean unlike = held.person()
                .filter(person ->
                        !table.column(rule.subjectColumn()).orElseThrow().canBe(person))
                .isPresent();
        if (unlike) {
            throw Trouble.because("retention.doubt.hold-form", rule.subjectColumn());
        }
        if (!held.tenants().isEmpty() && rule.controllerColumn().isEmpty()) {
            throw Trouble.because("retention.doubt.hold-controller");
        }
        boolean timed = held.from().isPresent() || held.until().isPresent();
        if (timed && !rule.since().isByRow()) {
            throw Trouble.because("retention.doubt.hold-period");
        }
    }
}
