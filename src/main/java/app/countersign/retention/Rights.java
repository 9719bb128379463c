package app.countersign.retention;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds what our account may do in a database against what a plan needs. */
final class Rights {

    private static final int SECONDS = 20;
    private static final List<String> ALL = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE");

    private final Line line;
    private final Plan plan;

    Rights(Line line, Plan plan) {
        this.line = line;
        this.plan = plan;
    }

    Grants judge() throws SQLException {
        return switch (line.product()) {
            case POSTGRESQL -> inPostgres();
            case H2 -> inH2();
            case OTHER -> Grants.UNKNOWN;
        };
    }

    /** By table, what is needed there. */
    private Map<TableName, Set<String>> needed() {
        Map<TableName, Set<String>> needed = new LinkedHashMap<>();
        Set<String> ofRows = needed.computeIfAbsent(plan.table().name(), t -> new TreeSet<>());
        ofRows.add("SELECT");
        ofRows.add(plan.rule().fate().keepsRows() ? "UPDATE" : "DELETE");
        for (Step step : plan.steps()) {
            Set<String> there = needed.computeIfAbsent(step.table(), t -> new TreeSet<>());
            there.add("SELECT");
            there.add(step.detach() ? "UPDATE" : "DELETE");
        }
        return needed;
    }

    private Grants inPostgres() throws SQLException {
        List<String> missing = new ArrayList<>();
        List<String> excess = new ArrayList<>();
        for (Map.Entry<TableName, Set<String>> table : needed().entrySet()) {
            for (String right : ALL) {
                boolean needs = table.getValue().contains(right);
                boolean has = has(table.getKey(), right);
                if (needs != has) {
                    (needs ? missing : excess).add(right + " on " + table.getKey());
                }
            }
        }
        if (Product.answer(line.connection(), "select usesuper from pg_user where usename = current_user")
                .equals("t")) {
            excess.add("SUPERUSER");
        }
        return new Grants(true, missing, excess);
    }

    /** Of single columns, too: they are enough to read and to change. */
    private boolean has(TableName table, String right) throws SQLException {
        boolean byColumn = right.equals("SELECT") || right.equals("UPDATE");
        String question = byColumn
                ? "select has_table_privilege(?, ?) or has_any_column_privilege(?, ?)"
                : "select has_table_privilege(?, ?)";
        try (PreparedStatement statement = line.connection().prepareStatement(question)) {
            statement.setQueryTimeout(SECONDS);
            for (int at = 1; at <= (byColumn ? 4 : 2); at += 2) {
                statement.setString(at, line.quoted(table));
                statement.setString(at + 1, right);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** H2 tells of grants only to its administrators, who may do everything. */
    private Grants inH2() throws SQLException {
        String admin = Product.answer(
                line.connection(),
                "select count(*) from information_schema.users where user_name = current_user and is_admin");
        return admin.equals("1") ? new Grants(true, List.of(), List.of("ADMIN")) : Grants.UNKNOWN;
    }
}
