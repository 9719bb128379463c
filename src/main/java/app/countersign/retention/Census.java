package app.countersign.retention;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Counts what a plan would do, with one look at the table, and one at each that depends on it. The one look sorts every row
 * into a class, by the last of some marks in time that it has reached.
 */
final class Census {

    private static final int MONTHS = 12;
    private static final int SECONDS = 120;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    /** Classes besides the marks, which are 1 and up. */
    private static final int BEFORE_ALL = 0;

    private static final int UNDATED = -1;
    private static final int HELD = -2;
    private static final int NOT_MEANT = -3;

    private final Line line;
    private final Plan plan;
    private final Errand errand;

    /** In their order. Rows of no age have one only, and have reached it. */
    private final List<Instant> marks;

    private final Map<Integer, Long> rows = new TreeMap<>();
    private final Map<Integer, Instant> oldest = new TreeMap<>();

    Census(Line line, Plan plan, Errand errand) {
        this.line = line;
        this.plan = plan;
        this.errand = errand;
        this.marks = plan.isByAge() ? marks() : List.of(Plan.PLAUSIBLE_FROM);
    }

    private List<Instant> marks() {
        TreeSet<Instant> all =
                new TreeSet<>(List.of(Plan.PLAUSIBLE_FROM, end(), end().plus(DAY), end().plus(MONTH), tomorrow()));
        for (int i = 0; i < MONTHS; i++) {
            Instant begin = begin(last().minusMonths(i));
            if (begin.isAfter(Plan.PLAUSIBLE_FROM)) {
                all.add(begin);
            }
        }
        return List.copyOf(all);
    }

    private Instant end() {
        return errand.cutoff().end();
    }

    private Instant tomorrow() {
        return errand.now().plus(DAY);
    }

    private YearMonth last() {
        return YearMonth.from(end().minusNanos(1).atOffset(ZoneOffset.UTC));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Preview take() throws SQLException {
        look();
        long going = since(this::isExpired);
        boolean byAge = plan.isByAge();
        Map<YearMonth, Long> months = byAge ? byMonth() : Map.of();
        return new Preview(
                rows.values().stream().mapToLong(Long::longValue).sum(),
                going,
                rows.getOrDefault(HELD, 0L),
                rows.getOrDefault(UNDATED, 0L),
                byAge ? since(from -> !from.isBefore(tomorrow())) : 0,
                byAge ? rows.getOrDefault(BEFORE_ALL, 0L) + since(from -> from.isBefore(Plan.PLAUSIBLE_FROM)) : 0,
                byAge ? within(DAY) : 0,
                byAge ? within(MONTH) : 0,
                byAge ? oldest() : Optional.empty(),
                months,
                byAge
                        ? going
                                - months.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()
                        : 0,
                going == 0 ? Map.of() : dependants(),
                going == 0 ? Wholes.NONE : new Partitions(line, plan).look());
    }

    private boolean isExpired(Instant from) {
        return !plan.isByAge() || !from.isBefore(Plan.PLAUSIBLE_FROM) && from.isBefore(end());
    }

    /** Rows whose last mark is such a one. */
    private long since(Predicate<Instant> which) {
        long found = 0;
        for (int i = 0; i < marks.size(); i++) {
            found += which.test(marks.get(i)) ? rows.getOrDefault(i + 1, 0L) : 0;
        }
        return found;
    }

    private long within(Duration next) {
        return since(from -> !from.isBefore(end()) && from.isBefore(end().plus(next)));
    }

    private Map<YearMonth, Long> byMonth() {
        Map<YearMonth, Long> months = new LinkedHashMap<>();
        for (int i = MONTHS - 1; i >= 0; i--) {
            YearMonth month = last().minusMonths(i);
            Instant begin = begin(month);
            Instant over = begin(month.plusMonths(1));
            months.put(month, since(from -> isExpired(from) && !from.isBefore(begin) && from.isBefore(over)));
        }
        return months;
    }

    private Optional<Instant> oldest() {
        for (int i = 0; i < marks.size(); i++) {
            if (isExpired(marks.get(i)) && rows.containsKey(i + 1)) {
                return Optional.ofNullable(oldest.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private void look() throws SQLException {
        Fragment sorted = plan.isByAge() ? byAge() : Fragment.of("1");
        if (!plan.isByAge() && plan.free().isPresent()) {
            sorted = unlessHeld(sorted);
        }
        if (!plan.isAboutAll()) {
            sorted = Fragment.of("case when")
                    .then(plan.meant())
                    .then(Fragment.of("then"))
                    .then(sorted)
                    .then(Fragment.of("else " + NOT_MEANT + " end"));
        }
        String least = plan.isByAge() ? ", min(at_time)" : "";
        String time = plan.isByAge() ? ", " + plan.age() + " as at_time" : "";
        Fragment question = Fragment.of("select kind, count(*)" + least + " from (select")
                .then(sorted)
                .then(Fragment.of(
                        "as kind" + time + " from " + line.quoted(plan.table().name())));
        if (plan.counted().isPresent()) {
            question = question.then(Fragment.of("where")).then(plan.counted().get());
        }
        try (PreparedStatement statement = line.prepare(
                        question.then(Fragment.of(line.product().fence() + ") classed group by kind")), SECONDS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int kind = row.getInt(1);
                rows.put(kind, row.getLong(2));
                if (plan.isByAge()) {
                    instant(row).ifPresent(at -> oldest.put(kind, at));
                }
            }
        }
    }

    /** The latest mark first: most rows are young, and soon known. */
    private Fragment byAge() {
        List<Fragment> young = new ArrayList<>();
        List<Fragment> expired = new ArrayList<>();
        List<Fragment> implausible = new ArrayList<>();
        for (int i = marks.size() - 1; i >= 0; i--) {
            Instant mark = marks.get(i);
            Fragment reached = Fragment.of("when " + plan.age() + " >= ? then " + (i + 1), plan.ofAge(mark));
            if (isExpired(mark)) {
                expired.add(reached);
            } else {
                (mark.isBefore(Plan.PLAUSIBLE_FROM) ? implausible : young).add(reached);
            }
        }
        List<Fragment> all = new ArrayList<>(young);
        if (plan.free().isPresent() && !expired.isEmpty()) {
            Fragment old = Fragment.of("when " + plan.age() + " >= ? then", plan.ofAge(Plan.PLAUSIBLE_FROM));
            all.add(old.then(unlessHeld(cases(expired, ""))));
        } else {
            all.addAll(expired);
        }
        all.addAll(implausible);
        all.add(Fragment.of("when " + plan.age() + " is null then " + UNDATED));
        return cases(all, " else " + BEFORE_ALL);
    }

    private static Fragment cases(List<Fragment> all, String otherwise) {
        return Fragment.of("case").then(Fragment.join(" ", all)).then(Fragment.of(otherwise + " end"));
    }

    private Fragment unlessHeld(Fragment kind) {
        return Fragment.of("case when")
                .then(plan.free().orElseThrow())
                .then(Fragment.of("then"))
                .then(kind)
                .then(Fragment.of("else " + HELD + " end"));
    }

    private Optional<Instant> instant(ResultSet row) throws SQLException {
        AgeForm form = plan.rule().ageForm();
        Object value = value(row, form.type());
        try {
            return Optional.ofNullable(value)
                    .map(given -> form.read(given, errand.store().zone()));
        } catch (DateTimeException e) {
            // No day of any calendar, such as a thirtieth of February in a text.
            return Optional.empty();
        }
    }

    private static Object value(ResultSet row, Class<?> type) throws SQLException {
        if (type == String.class) {
            return row.getString(3);
        }
        if (type == Long.class) {
            // Of smaller and of decimal columns, too.
            long number = row.getLong(3);
            return row.wasNull() ? null : number;
        }
        return row.getObject(3, type);
    }

    private Map<String, Long> dependants() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            if (!step.detach()) {
                counts.merge(step.table().toString(), line.number(step.count(line, plan.going()), SECONDS), Long::sum);
            }
        }
        return counts;
    }
}
