package app.countersign.retention;

import app.countersign.kernel.Reason;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The partitions of a rule's table in PostgreSQL, each with a range of the times by which rows go. One whose range lies
 * before the cut-off is removed at once, if nothing in it is kept and nobody else would notice: no other table's rows, no
 * trigger, no view, no subscriber.
 */
final class Partitions {

    private static final int SECONDS = 20;

    /** So many are named to people. */
    private static final int NAMED = 20;

    private static final Pattern END = Pattern.compile("TO \\('([^']+)'\\)");

    private static final String BY_AGE = "select count(*) from pg_partitioned_table p join pg_attribute a"
            + " on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]"
            + " where p.partrelid = cast(? as regclass) and p.partstrat = 'r' and p.partnatts = 1 and a.attname = ?";

    private static final String ALL = "select n.nspname, c.relname, pg_get_expr(c.relpartbound, c.oid),"
            + " pg_has_role(c.relowner, 'USAGE'),"
            + " exists (select 1 from pg_trigger t where t.tgrelid in (c.oid, i.inhparent) and not t.tgisinternal"
            + " and (t.tgtype & 8) <> 0),"
            + " exists (select 1 from pg_depend d where d.refobjid = c.oid and d.refclassid = 'pg_class'::regclass"
            + " and d.classid = 'pg_rewrite'::regclass),"
            + " exists (select 1 from pg_publication_tables p, pg_class r join pg_namespace s on s.oid = r.relnamespace"
            + " where r.oid in (c.oid, i.inhparent) and p.schemaname = s.nspname and p.tablename = r.relname)"
            + " from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace"
            + " where i.inhparent = cast(? as regclass) and c.relkind = 'r' order by n.nspname, c.relname";

    private final Line line;
    private final Plan plan;

    Partitions(Line line, Plan plan) {
        this.line = line;
        this.plan = plan;
    }

    /**
     * One of them.
     *
     * @param own whether our account may do with it what it likes: else not even whether it is empty may be asked
     * @param obstacle why it goes row by row all the same
     */
    private record Part(TableName name, boolean own, Optional<Reason> obstacle) {}

    /** Whether the rule may remove partitions at all: it is about the times by which the table is divided. */
    boolean areByAge() throws SQLException {
        boolean deletes = plan.rule().fate() == Fate.DELETE && plan.isByAge();
        if (line.product() != Product.POSTGRESQL || !deletes || plan.rule().ageForm() == AgeForm.ISO_TEXT) {
            return false;
        }
        return line.number(Fragment.of(BY_AGE, text(), plan.rule().ageColumn()), SECONDS) == 1;
    }

    private Fragment.Text text() {
        return new Fragment.Text(line.quoted(plan.table().name()));
    }

    /** Those that may go, as far as can be told without a look at their rows. */
    List<TableName> next() throws SQLException {
        return areByAge()
                ? covered().stream()
                        .filter(part -> part.obstacle().isEmpty())
                        .map(Part::name)
                        .toList()
                : List.of();
    }

    /** What would go as a whole now. */
    Wholes look() throws SQLException {
        if (!areByAge()) {
            return Wholes.NONE;
        }
        List<String> names = new ArrayList<>();
        Optional<Reason> obstacle = Optional.empty();
        for (Part part : covered()) {
            if (part.own() && isEmpty(part.name())) {
                continue;
            }
            Optional<Reason> why = part.obstacle().or(() -> mixed(part));
            if (why.isPresent()) {
                obstacle = obstacle.or(() -> why);
            } else if (names.size() < NAMED) {
                names.add(part.name().toString());
            }
        }
        return new Wholes(names, obstacle);
    }

    /** Without a look at all rows: where the rule makes no difference between them, the age alone decides. */
    private Optional<Reason> mixed(Part part) {
        return plan.isAboutAll() && plan.free().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Reason.of("retention.whole.told-apart", part.name().toString()));
    }

    boolean isEmpty(TableName part) throws SQLException {
        return line.number(
                        Fragment.of("select count(*) from (select 1 from " + line.quoted(part)
                                + " fetch first 1 row only) found"),
                        SECONDS)
                == 0;
    }

    private List<Part> covered() throws SQLException {
        List<Part> parts = new ArrayList<>();
        try (PreparedStatement statement = line.prepare(Fragment.of(ALL, text()), SECONDS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Matcher end = END.matcher(String.valueOf(rows.getString(3)));
                if (end.find() && isOver(end.group(1))) {
                    TableName name = new TableName(rows.getString(1), rows.getString(2));
                    parts.add(new Part(name, rows.getBoolean(4), obstacle(name, rows)));
                }
            }
        }
        return parts;
    }

    /** As the database itself compares them. */
    private boolean isOver(String end) throws SQLException {
        String type = plan.table().column(plan.rule().ageColumn()).orElseThrow().typeName();
        Object cutoff = plan.ofAge(plan.end());
        return line.number(
                        Fragment.of(
                                "select case when cast(? as " + line.quoted(type) + ") <= ? then 1 else 0 end",
                                new Fragment.Text(end),
                                cutoff),
                        SECONDS)
                == 1;
    }

    private Optional<Reason> obstacle(TableName name, ResultSet row) throws SQLException {
        if (!plan.steps().isEmpty()) {
            String below = plan.steps().get(0).table().toString();
            return Optional.of(Reason.of("retention.whole.dependants", name.toString(), below));
        }
        if (!row.getBoolean(4)) {
            return Optional.of(Reason.of("retention.whole.owner", name.toString()));
        }
        if (row.getBoolean(5) || row.getBoolean(6) || row.getBoolean(7)) {
            return Optional.of(Reason.of("retention.whole.watched", name.toString()));
        }
        return Optional.empty();
    }
}
