package app.countersign.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables' references to each other, taken away while rows come in whatever order and put back at the end, when the
 * database checks that each of them leads somewhere.
 */
final class References {

    private final List<Reference> all;

    private References(List<Reference> all) {
        this.all = all;
    }

    private record Reference(
            String table, String name, List<String> columns, String other, List<String> others, short onDelete) {

        String drop() {
            return "alter table " + table + " drop constraint " + name;
        }

        String add() {
            return "alter table " + table + " add constraint " + name + " foreign key (" + String.join(", ", columns)
                    + ") references " + other + " (" + String.join(", ", others) + ")" + rule();
        }

        private String rule() {
            return switch (onDelete) {
                case DatabaseMetaData.importedKeyCascade -> " on delete cascade";
                case DatabaseMetaData.importedKeySetNull -> " on delete set null";
                default -> "";
            };
        }
    }

    static References takenFrom(Connection connection, Dialect dialect) throws SQLException {
        List<Reference> all = new ArrayList<>();
        for (String table : Dialect.tableNames(connection)) {
            all.addAll(of(connection, dialect, table));
        }
        for (Reference reference : all) {
            Dialect.run(connection, reference.drop());
        }
        return new References(all);
    }

    private static List<Reference> of(Connection connection, Dialect dialect, String table) throws SQLException {
        Map<String, Reference> found = new TreeMap<>();
        try (ResultSet keys =
                connection.getMetaData().getImportedKeys(null, connection.getSchema(), dialect.catalogued(table))) {
            while (keys.next()) {
                String name = small(keys, "FK_NAME");
                String other = small(keys, "PKTABLE_NAME");
                short onDelete = keys.getShort("DELETE_RULE");
                Reference reference = found.computeIfAbsent(
                        name, n -> new Reference(table, n, new ArrayList<>(), other, new ArrayList<>(), onDelete));
                reference.columns().add(small(keys, "FKCOLUMN_NAME"));
                reference.others().add(small(keys, "PKCOLUMN_NAME"));
            }
        }
        return List.copyOf(found.values());
    }

    private static String small(ResultSet keys, String column) throws SQLException {
        return keys.getString(column).toLowerCase(Locale.ROOT);
    }

    void putBack(Connection connection) throws SQLException {
        for (Reference reference : all) {
            Dialect.run(connection, reference.add());
        }
    }
}
