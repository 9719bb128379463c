package app.countersign.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be done with rows that belong to those of a rule, before those go.
 *
 * @param path from the rule's table down to that of the rows
 * @param detach whether the rows stay, with the reference emptied, rather than go
 */
record Step(List<ForeignKey> path, boolean detach) {

    Step {
        path = List.copyOf(path);
    }

    private ForeignKey last() {
        return path.get(path.size() - 1);
    }

    TableName table() {
        return last().child();
    }

    /** @param rows those of the rule */
    Fragment sql(Line line, Picked rows) {
        String table = line.quoted(table());
        if (!detach) {
            return Fragment.of("delete from " + table + " where").then(belonging(line, rows));
        }
        String emptied = last().columns().stream()
                .map(column -> line.quoted(column) + " = null")
                .collect(Collectors.joining(", "));
        return Fragment.of("update " + table + " set " + emptied + " where").then(belonging(line, rows));
    }

    Fragment count(Line line, Fragment rows) {
        return Fragment.of("select count(*) from " + line.quoted(table()) + " where")
                .then(belonging(line, Picked.only(rows)));
    }

    private Fragment belonging(Line line, Picked rows) {
        Fragment picked = rows.rows();
        for (ForeignKey key : path) {
            boolean direct = key.equals(path.get(0)) && rows.reaches(key);
            picked = direct ? rows.by().apply(line.quoted(key.columns().get(0))) : within(line, key, picked);
            for (Condition condition : key.only()) {
                picked = condition.sql(line).and(picked);
            }
        }
        return picked;
    }

    private static Fragment within(Line line, ForeignKey key, Fragment picked) {
        return Fragment.of(tuple(line, key.columns()) + " in (select " + parents(line, key) + " from "
                        + line.quoted(key.parent()) + " where")
                .then(new Fragment(picked.sql() + ")", picked.values()));
    }

    /** With their table: they are never those of a table around it. */
    private static String parents(Line line, ForeignKey key) {
        return key.parentColumns().stream()
                .map(column -> line.quoted(key.parent()) + "." + line.quoted(column))
                .collect(Collectors.joining(", "));
    }

    static String names(Line line, List<String> columns) {
        return columns.stream().map(line::quoted).collect(Collectors.joining(", "));
    }

    static String tuple(Line line, List<String> columns) {
        return columns.size() == 1 ? line.quoted(columns.get(0)) : "(" + names(line, columns) + ")";
    }

    Step below(ForeignKey key) {
        List<ForeignKey> longer = new ArrayList<>(path);
        longer.add(key);
        return new Step(longer, false);
    }

    static Step of(ForeignKey key) {
        return new Step(List.of(key), false);
    }

    Step detaching() {
        return new Step(path, true);
    }
}
