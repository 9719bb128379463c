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

/** Counts what a plan would do, with one look at the table, and one at each that depends on it. */
final class Census {

    private static final int MONTHS = 12;
    private static final int SECONDS = 120;

    private final Line line;
    private final Plan plan;
    private final Errand errand;

    Census(Line line, Plan plan, Errand errand) {
        this.line = line;
        this.plan = plan;
        this.errand = errand;
    }

    Preview take() throws SQLException {
        Preview counted = plan.isByAge() ? byAge() : withoutAge();
        return new Preview(
                counted.rows(),
                counted.expired(),
                counted.held(),
                counted.undated(),
                counted.future(),
                counted.implausible(),
                counted.tomorrow(),
                counted.month(),
                counted.oldest(),
                counted.byMonth(),
                counted.earlier(),
                counted.expired() == 0 ? Map.of() : dependants());
    }

    private Preview withoutAge() throws SQLException {
        long[] found = numbers(List.of(plan.expired()), plan.counted(), false).counts();
        long going = going(found[1]);
        return new Preview(
                found[0], going, Math.max(0, found[1] - going), 0, 0, 0, 0, 0, Optional.empty(), Map.of(), 0, Map.of());
    }

    private Preview byAge() throws SQLException {
        Instant end = errand.cutoff().end();
        List<Fragment> asked = new ArrayList<>();
        asked.add(plan.expired());
        asked.add(plan.narrowed(Fragment.of(plan.age() + " is null")));
        asked.add(plan.narrowed(
                Fragment.of(plan.age() + " >= ?", plan.ofAge(errand.now().plus(Duration.ofDays(1))))));
        asked.add(plan.narrowed(Fragment.of(plan.age() + " < ?", plan.ofAge(Plan.PLAUSIBLE_FROM))));
        asked.add(plan.narrowed(plan.aged(end, end.plus(Duration.ofDays(1)))));
        asked.add(plan.narrowed(plan.aged(end, end.plus(Duration.ofDays(30)))));
        long[] found = numbers(asked, plan.counted(), false).counts();
        Numbers ofMonths = found[1] == 0 ? new Numbers(new long[MONTHS + 1], null) : byMonth(end);
        YearMonth last = last(end);
        Map<YearMonth, Long> months = new LinkedHashMap<>();
        long dated = 0;
        for (int i = 0; i < MONTHS; i++) {
            long count = ofMonths.counts()[i + 1];
            months.put(last.minusMonths(MONTHS - 1 - i), count);
            dated += count;
        }
        long going = ofMonths.counts()[0];
        return new Preview(
                found[0],
                going,
                Math.max(0, found[1] - going),
                found[2],
                found[3],
                found[4],
                found[5],
                found[6],
                Optional.ofNullable(ofMonths.oldest()),
                months,
                going - dated,
                Map.of());
    }

    /** Of the rows that go alone: an index on their time finds them. */
    private Numbers byMonth(Instant end) throws SQLException {
        List<Fragment> asked = new ArrayList<>();
        YearMonth last = last(end);
        for (int i = MONTHS - 1; i >= 0; i--) {
            asked.add(plan.aged(begin(last.minusMonths(i)), begin(last.minusMonths(i - 1))));
        }
        return numbers(asked, Optional.of(plan.going()), true);
    }

    private long going(long expired) throws SQLException {
        return expired == 0 || errand.holds().isEmpty() && errand.duties().isEmpty()
                ? expired
                : numbers(List.of(), Optional.of(plan.going()), false).counts()[0];
    }

    private static YearMonth last(Instant end) {
        return YearMonth.from(end.minusNanos(1).atOffset(ZoneOffset.UTC));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * @param counts how many rows there are, and how many of them fit each condition
     * @param oldest time of theirs; null if it was not asked for
     */
    private record Numbers(long[] counts, Instant oldest) {}

    private Numbers numbers(List<Fragment> conditions, Optional<Fragment> among, boolean withOldest)
            throws SQLException {
        List<Fragment> columns = new ArrayList<>();
        columns.add(Fragment.of("select count(*)"));
        for (Fragment condition : conditions) {
            columns.add(new Fragment(
                    "coalesce(sum(case when " + condition.sql() + " then 1 else 0 end), 0)", condition.values()));
        }
        if (withOldest) {
            columns.add(Fragment.of("min(" + plan.age() + ")"));
        }
        Fragment question = Fragment.join(", ", columns)
                .then(Fragment.of("from " + line.quoted(plan.table().name())));
        if (among.isPresent()) {
            question = question.then(Fragment.of("where")).then(among.get());
        }
        try (PreparedStatement statement = line.prepare(question, SECONDS);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long[] found = new long[conditions.size() + 1];
            for (int i = 0; i < found.length; i++) {
                found[i] = row.getLong(i + 1);
            }
            return new Numbers(found, withOldest ? instant(row, found.length + 1) : null);
        }
    }

    private Instant instant(ResultSet row, int at) throws SQLException {
        AgeForm form = plan.rule().ageForm();
        Object value = value(row, at, form.type());
        try {
            return value == null ? null : form.read(value, errand.store().zone());
        } catch (DateTimeException e) {
            // No day of any calendar, such as a thirtieth of February in a text.
            return null;
        }
    }

    private static Object value(ResultSet row, int at, Class<?> type) throws SQLException {
        if (type == String.class) {
            return row.getString(at);
        }
        if (type == Long.class) {
            // Of smaller and of decimal columns, too.
            long number = row.getLong(at);
            return row.wasNull() ? null : number;
        }
        return row.getObject(at, type);
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
