package app.countersign.retention;

import app.countersign.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a rule means in a database: its statements, made of names that the database itself has told. */
final class Plan {

    /** What lies before it is no time at which anything was stored, but a zero or a mistake in the unit. */
    static final Instant PLAUSIBLE_FROM = Instant.parse("1980-01-01T00:00:00Z");

    private final Line line;
    private final Errand errand;
    private final Table table;
    private final List<Step> steps;
    private final boolean byPartition;

    private Plan(Line line, Errand errand, Table table, List<Step> steps) throws SQLException {
        this.line = line;
        this.errand = errand;
        this.table = table;
        this.steps = List.copyOf(steps);
        this.byPartition = new Partitions(line, this).areByAge();
    }

    /** @throws Trouble if it is in doubt what the rule means */
    static Plan of(Line line, Errand errand) throws SQLException, Trouble {
        Catalogue catalogue = new Catalogue(line.connection());
        RuleDetails rule = errand.rule();
        Table table = new Doubts(errand).clear(catalogue.table(rule.table()));
        List<Step> steps =
                rule.fate().keepsRows() ? List.of() : Dependants.of(catalogue, rule.table(), errand.relations());
        // Whose rows they are is not looked at: what is to be kept might go with others.
        for (Step step : steps) {
            boolean kept =
                    errand.duties().stream().anyMatch(duty -> duty.table().equals(step.table()));
            if (kept && !step.detach()) {
                throw Trouble.because("retention.doubt.duty-below", step.table().toString());
            }
        }
        return new Plan(line, errand, table, steps);
    }

    Table table() {
        return table;
    }

    List<Step> steps() {
        return steps;
    }

    RuleDetails rule() {
        return errand.rule();
    }

    /** Rows that the rule is about, whatever their age. */
    Fragment meant() {
        List<Fragment> parts = new ArrayList<>();
        rule().conditions().forEach(condition -> parts.add(condition.sql(line)));
        if (!rule().replacements().isEmpty()) {
            List<Fragment> pending = rule().replacements().stream()
                    .map(replacement -> replacement.pending(line))
                    .toList();
            parts.add(Fragment.join(" or ", pending).inBrackets());
        }
        errand.sought().ifPresent(sought -> parts.add(theirs(sought)));
        if (isByTenant()) {
            parts.add(among(rule().controllerColumn(), errand.tenants()));
        }
        return parts.isEmpty() ? Fragment.of("1 = 1") : Fragment.join(" and ", parts);
    }

    private boolean isByTenant() {
        return errand.sought().map(Sought::byController).orElse(rule().since() == Since.CONTRACT_END);
    }

    /** One person's rows, of whatever they say besides. */
    private Fragment theirs(Sought sought) {
        Column column = table.column(rule().subjectColumn()).orElseThrow();
        List<Object> called = sought.persons().stream()
                .filter(column::canBe)
                .map(person -> (Object) new Fragment.Text(person, true))
                .toList();
        return among(column.name(), called);
    }

    /** Rows that are counted at all: one person's, or everybody's. */
    Optional<Fragment> counted() {
        return errand.sought()
                .map(sought -> isByTenant()
                        ? theirs(sought).and(among(rule().controllerColumn(), errand.tenants()))
                        : theirs(sought));
    }

    boolean isByAge() {
        return errand.isByAge();
    }

    /** Rows that have expired, held ones too. */
    Fragment expired() {
        return isByAge() ? narrowed(aged(PLAUSIBLE_FROM, end())) : meant();
    }

    /** Whatever is older goes. */
    Instant end() {
        return errand.cutoff().end();
    }

    /** Rows that have expired and are not held: those that go. */
    Fragment going() {
        return free().map(expired()::and).orElseGet(this::expired);
    }

    /** Rows that neither a hold nor a duty keeps, whatever their age; empty if there is nothing of the kind. */
    Optional<Fragment> free() {
        List<Fragment> free = new ArrayList<>();
        errand.holds().forEach(held -> free.add(free(held)));
        errand.duties().stream()
                .filter(duty -> duty.table().equals(table.name()))
                .forEach(duty -> free.add(free(duty)));
        return free.isEmpty() ? Optional.empty() : Optional.of(Fragment.join(" and ", free));
    }

    /** Rows whose time lies between those. */
    Fragment aged(Instant from, Instant end) {
        return Fragment.of(age() + " >= ? and " + age() + " < ?", ofAge(from), ofAge(end));
    }

    String age() {
        return rule().ageForm().expression(line.quoted(rule().ageColumn()));
    }

    Object ofAge(Instant instant) {
        return rule().ageForm().before(instant, errand.store().zone());
    }

    /** Of the rows that fit the condition, those that the rule is about. */
    private Fragment narrowed(Fragment condition) {
        return isAboutAll() ? condition : condition.and(meant());
    }

    /** Whether the rule is about every row, as soon as it is old enough. */
    boolean isAboutAll() {
        return rule().conditions().isEmpty()
                && rule().replacements().isEmpty()
                && errand.sought().isEmpty()
                && !isByTenant();
    }

    /** A row is free of a hold if one of the things that the hold says does not fit; what is null never fits. */
    private Fragment free(Held held) {
        List<Fragment> differing = new ArrayList<>();
        held.person().ifPresent(person -> differing.add(different(rule().subjectColumn(), person)));
        if (!held.tenants().isEmpty()) {
            String column = line.quoted(rule().controllerColumn());
            Fragment among = among(rule().controllerColumn(), held.tenants());
            differing.add(new Fragment(column + " is null or not (" + among.sql() + ")", among.values()));
        }
        held.from().ifPresent(from -> differing.add(Fragment.of(age() + " < ?", ofAge(from))));
        held.until().ifPresent(until -> differing.add(Fragment.of(age() + " >= ?", ofAge(until))));
        return differing.isEmpty()
                ? Fragment.of("1 = 0")
                : Fragment.join(" or ", differing).inBrackets();
    }

    /** Old enough, or known not to be meant. What is null stays: nobody knows. */
    private Fragment free(Duty duty) {
        String at = duty.ageForm().expression(line.quoted(duty.ageColumn()));
        Object kept = duty.ageForm().before(duty.kept().end(), errand.store().zone());
        Fragment free = Fragment.of(at + " < ?", kept);
        for (Condition condition : duty.conditions()) {
            Fragment meant = condition.sql(line);
            free = new Fragment(free.sql() + " or not (" + meant.sql() + ")", joined(free.values(), meant.values()));
        }
        return free.inBrackets();
    }

    private static List<Object> joined(List<Object> some, List<Object> more) {
        List<Object> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private Fragment different(String column, String value) {
        String name = line.quoted(column);
        return Fragment.of(name + " is null or " + name + " <> ?", new Fragment.Text(value, true));
    }

    private Fragment among(String column, List<?> values) {
        if (values.isEmpty()) {
            return Fragment.of("1 = 0");
        }
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return new Fragment(
                line.quoted(column) + " in (" + marks + ")",
                values.stream()
                        .map(value -> value instanceof Fragment.Text ? value : new Fragment.Text((String) value))
                        .map(Object.class::cast)
                        .toList());
    }

    /** The next keys in their order, with what else is wanted of each row. */
    Fragment select(Optional<List<String>> after, List<String> more, int most) {
        List<String> wanted = new ArrayList<>(table.key());
        wanted.addAll(more);
        Fragment where = going();
        if (after.isPresent()) {
            where = beyond(after.get()).and(where);
        }
        Fragment select = Fragment.of(
                        "select " + Step.names(line, wanted) + " from " + line.quoted(table.name()) + " where")
                .then(where);
        String first = line.product().saysFirst() ? " fetch first " + most + " rows only" : "";
        return select.then(Fragment.of("order by " + Step.names(line, table.key()) + first));
    }

    private Fragment beyond(List<String> after) {
        String marks = String.join(", ", Collections.nCopies(after.size(), "?"));
        return new Fragment(
                Step.tuple(line, table.key()) + " > " + (after.size() == 1 ? marks : "(" + marks + ")"), texts(after));
    }

    /** Those very rows, and what refers to them. */
    Picked picked(List<List<String>> keys) {
        List<String> values = keys.stream().map(key -> key.get(0)).toList();
        return castable()
                .map(type -> Picked.byKey(
                        rows(keys), table.key().get(0), column -> line.product().among(column, values, type)))
                .orElseGet(() -> Picked.only(rows(keys)));
    }

    /** As {@link #picked}, to be read. */
    private Picked shown() {
        Fragment rows = Fragment.of(Step.tuple(line, table.key()) + " in (…)");
        return castable().isPresent()
                ? Picked.byKey(rows, table.key().get(0), column -> Fragment.of(column + " in (…)"))
                : Picked.only(rows);
    }

    /** The type of the key, if what refers to it may be of another one and is compared all the same. */
    private Optional<String> castable() {
        return table.key().size() > 1
                ? Optional.empty()
                : table.column(table.key().get(0)).flatMap(key -> line.product().castable(key.typeName()));
    }

    /** Those very rows. */
    Fragment rows(List<List<String>> keys) {
        int width = table.key().size();
        if (width == 1) {
            return line.product()
                    .among(
                            line.quoted(table.key().get(0)),
                            keys.stream().map(key -> key.get(0)).toList());
        }
        String one = "(" + String.join(", ", Collections.nCopies(width, "?")) + ")";
        return new Fragment(
                Step.tuple(line, table.key()) + " in (" + String.join(", ", Collections.nCopies(keys.size(), one))
                        + ")",
                keys.stream().flatMap(key -> texts(key).stream()).toList());
    }

    private static List<Object> texts(List<String> values) {
        return values.stream().map(Fragment.Text::new).map(Object.class::cast).toList();
    }

    Fragment delete(Fragment rows) {
        return Fragment.of("delete from " + line.quoted(table.name()) + " where")
                .then(rows.and(going()));
    }

    /** @param values what the columns become, in the order of the replacements */
    Fragment update(List<Object> values, Fragment rows) {
        String set = IntStream.range(0, values.size())
                .mapToObj(i -> line.quoted(rule().replacements().get(i).column())
                        + (values.get(i) == null ? " = null" : " = ?"))
                .collect(Collectors.joining(", "));
        List<Object> given = values.stream().filter(java.util.Objects::nonNull).toList();
        return new Fragment("update " + line.quoted(table.name()) + " set " + set + " where", given)
                .then(rows.and(going()));
    }

    /** In the order in which they run, for a batch of which two keys are shown. */
    List<String> statements() {
        Picked batch = shown();
        List<String> shown = new ArrayList<>();
        if (byPartition) {
            shown.add("drop table \"…\"");
        }
        shown.add(select(Optional.empty(), List.of(), 1000).shown());
        steps.forEach(step -> shown.add(step.sql(line, batch).shown()));
        shown.add(last(batch.rows()).shown());
        return shown;
    }

    private Fragment last(Fragment batch) {
        if (!rule().fate().keepsRows()) {
            return delete(batch);
        }
        List<Object> values = rule().replacements().stream()
                .map(replacement -> switch (replacement.how()) {
                    case NULL -> null;
                    case CONSTANT -> (Object) new Fragment.Text(replacement.value());
                    default -> new Fragment.Text("…");
                })
                .toList();
        return update(values, batch);
    }

    /** Of what runs, without the values that change from night to night: cut-off, holds, ended contracts. */
    String fingerprint() {
        Picked batch = shown();
        List<String> parts = new ArrayList<>();
        parts.add(errand.store().location());
        parts.add(rule().fate().name());
        errand.sought()
                .ifPresent(sought -> parts.add("one person " + rule().subjectColumn() + " " + sought.byController()));
        parts.add(rule().since().name() + " " + rule().controllerColumn());
        parts.add(rule().period() + " " + rule().ageColumn() + " " + rule().ageForm());
        parts.add(line.quoted(table.name()) + " " + table.key());
        if (byPartition) {
            parts.add("whole partitions");
        }
        rule().conditions().forEach(condition -> parts.add(condition.toString()));
        rule().replacements().forEach(replacement -> parts.add(replacement.toString()));
        steps.forEach(step -> parts.add(step.sql(line, batch).sql()));
        return Sha256.hex(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }
}
