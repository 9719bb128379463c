package app.countersign.vault;

import app.countersign.kernel.InstallationKey;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through all tables for what only an older key opens. It does not ask the rooms where their secrets are: a room
 * that forgot to say so would lose them when the key is dropped.
 */
final class Leftovers {

    /** H2's and PostgreSQL's. The chunks of files are no secrets of ours, and in H2 of another type. */
    private static final Set<String> BYTES = Set.of("binary varying", "varbinary", "bytea");

    private static final String FILES = "stored_chunk";

    private final InstallationKey key;

    Leftovers(InstallationKey key) {
        this.key = key;
    }

    /** A column that holds some, with how many. */
    record Found(String column, long count) {}

    /** The first column that holds any. */
    Optional<Found> in(Connection connection) throws SQLException {
        for (String[] column : columns(connection)) {
            long count = count(connection, column[0], column[1]);
            if (count > 0) {
                return Optional.of(new Found(column[0] + "." + column[1], count));
            }
        }
        return Optional.empty();
    }

    /** Table and column of all that hold bytes. */
    static List<String[]> columns(Connection connection) throws SQLException {
        DatabaseMetaData catalogue = connection.getMetaData();
        List<String[]> found = new ArrayList<>();
        try (ResultSet columns = catalogue.getColumns(null, connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                String type = columns.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                if (BYTES.contains(type) && !table.equals(FILES)) {
                    found.add(new String[] {
                        table, columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT)
                    });
                }
            }
        }
        return found;
    }

    private long count(Connection connection, String table, String column) throws SQLException {
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select " + column + " from " + table + " where " + column + " is not null")) {
            while (rows.next()) {
                count += key.isOld(rows.getBytes(1)) ? 1 : 0;
            }
        }
        return count;
    }
}
