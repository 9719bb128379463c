package app.countersign.backup;

import app.countersign.kernel.Refused;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/** All tables of a database as they are at one moment, however long the reading takes and whatever others write. */
final class Snapshot implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;

    private Snapshot(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** @param database gives connections that are in nobody else's transaction */
    static Snapshot of(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        Dialect dialect = Dialect.of(connection);
        connection.setAutoCommit(false);
        dialect.hold(connection);
        return new Snapshot(connection, dialect);
    }

    /** @throws Refused if a column holds what can't be saved, or the database is not ours */
    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : Dialect.tableNames(connection)) {
            tables.add(table(connection, dialect, name));
        }
        return tables;
    }

    static Table table(Connection connection, Dialect dialect, String name) throws SQLException {
        List<Table.Column> columns = new ArrayList<>();
        try (ResultSet all =
                connection.getMetaData().getColumns(null, connection.getSchema(), dialect.catalogued(name), "%")) {
            while (all.next()) {
                String column = all.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                String type = all.getString("TYPE_NAME");
                if (!"YES".equals(all.getString("IS_GENERATEDCOLUMN"))) {
                    columns.add(new Table.Column(
                            column,
                            Kind.ofType(type)
                                    .orElseThrow(() -> Refused.because(
                                            "backup.problem.unknown-type", name + "." + column, type))));
                }
            }
        }
        return new Table(name, columns);
    }

    /** The version of the tables: that of the last migration. */
    String schema() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select \"version\" from \"flyway_schema_history\""
                        + " where \"success\" and \"version\" is not null order by \"installed_rank\" desc")) {
            String highest = null;
            while (rows.next()) {
                String version = rows.getString(1);
                highest = highest == null || Integer.parseInt(version) > Integer.parseInt(highest) ? version : highest;
            }
            return highest;
        }
    }

    long count(Table table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table.name())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Map<String, Long> sequences() throws SQLException {
        return dialect.sequences(connection);
    }

    /** Takes a row after the other. */
    interface RowUser {
        void use(Row row) throws IOException;
    }

    void rows(Table table, RowUser user) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            dialect.stream(statement, table.holdsBytes());
            try (ResultSet rows = statement.executeQuery(table.select())) {
                Object[] values = new Object[table.columns().size()];
                while (rows.next()) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = table.columns().get(i).kind().read(rows, i + 1);
                    }
                    user.use(Row.of(values));
                }
            }
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
