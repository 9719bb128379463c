package app.countersign.backup;

import app.countersign.kernel.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases for tests of backups, empty or with rows in every table that the migrations make. */
final class Databases {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String AWKWARD = " \"quoted\" \\ back \n\t\u0001 ä é € \uD83D\uDE00 ' end ";
    private static EmbeddedPostgres postgres;

    private Databases() {}

    static DataSource empty(boolean onPostgres) throws IOException, SQLException {
        return onPostgres ? onPostgres() : onH2();
    }

    static DataSource onH2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:backup" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    private static synchronized DataSource onPostgres() throws IOException, SQLException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.start();
        }
        String name = "backup" + COUNT.incrementAndGet();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Dialect.run(connection, "create database " + name);
        }
        return postgres.getDatabase("postgres", name);
    }

    /** With as many rows in each table, of whatever the table's columns can hold. */
    static DataSource filled(boolean onPostgres, int rows) throws IOException, SQLException {
        DataSource database = empty(onPostgres);
        Schema.migrate(database, onPostgres);
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            References references = References.takenFrom(connection, dialect);
            for (String name : Dialect.tableNames(connection)) {
                Dialect.run(connection, "delete from " + name);
                fill(connection, dialect, Snapshot.table(connection, dialect, name), rows);
            }
            references.putBack(connection);
            Dialect.run(connection, "alter sequence contract_serial restart with 4711");
        }
        return database;
    }

    /** Row n of each table has the same id and the same text, so that references lead somewhere. */
    private static void fill(Connection connection, Dialect dialect, Table table, int rows) throws SQLException {
        Map<String, Integer> sizes = sizes(connection, dialect, table);
        Map<String, Boolean> nullable = nullable(connection, dialect, table);
        try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
            for (int n = 1; n <= rows; n++) {
                for (int i = 0; i < table.columns().size(); i++) {
                    Table.Column column = table.columns().get(i);
                    boolean none = nullable.get(column.name()) && n % 5 == 0;
                    Object value = none ? null : value(table, column, n, sizes.get(column.name()));
                    column.kind().write(insert, i + 1, value);
                }
                insert.executeUpdate();
            }
        }
    }

    private static Object value(Table table, Table.Column column, int n, int size) {
        return switch (column.kind()) {
            case TEXT, FIXED -> text(n, size);
            case WHOLE, NUMBER -> column.kind() == Kind.WHOLE ? (Object) (long) n : java.math.BigDecimal.valueOf(n);
            case TRUTH -> n % 2 == 0;
            case INSTANT -> "2026-11-22T06:00:00.123456Z".replace("06", "%02d".formatted(n % 24));
            case LOCAL_TIME -> "1899-12-31T23:59:59.999999";
            case DATE -> "2024-02-29";
            case ID -> new UUID(7, n).toString();
            case BYTES -> bytes(n, table.name().equals("stored_chunk") ? 300_000 * (n % 4) + 1 : n * 40 % 1500 + 1);
        };
    }

    private static String text(int n, int size) {
        String text = n + AWKWARD.repeat(3);
        int end = Math.min(size, text.length());
        end -= end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
        return text.substring(0, end);
    }

    private static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Map<String, Integer> sizes(Connection connection, Dialect dialect, Table table) throws SQLException {
        Map<String, Integer> sizes = new HashMap<>();
        columns(connection, dialect, table, row -> sizes.put(name(row), row.getInt("COLUMN_SIZE")));
        return sizes;
    }

    private static Map<String, Boolean> nullable(Connection connection, Dialect dialect, Table table)
            throws SQLException {
        Map<String, Boolean> nullable = new HashMap<>();
        columns(connection, dialect, table, row -> nullable.put(name(row), "YES".equals(row.getString("IS_NULLABLE"))));
        return nullable;
    }

    private static String name(ResultSet row) throws SQLException {
        return row.getString("COLUMN_NAME").toLowerCase(java.util.Locale.ROOT);
    }

    private interface RowUser {
        void use(ResultSet row) throws SQLException;
    }

    private static void columns(Connection connection, Dialect dialect, Table table, RowUser user) throws SQLException {
        try (ResultSet rows = connection
                .getMetaData()
                .getColumns(null, connection.getSchema(), dialect.catalogued(table.name()), "%")) {
            while (rows.next()) {
                user.use(rows);
            }
        }
    }

    /** All rows of all tables, as text, in an order of their own. */
    static Map<String, List<String>> everything(DataSource database) throws SQLException, IOException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Snapshot snapshot = Snapshot.of(database)) {
            for (Table table : snapshot.tables()) {
                List<String> rows = new ArrayList<>();
                snapshot.rows(
                        table,
                        row -> rows.add(new String(row.line(), java.nio.charset.StandardCharsets.UTF_8)
                                + row.raw().stream()
                                        .map(java.util.Arrays::hashCode)
                                        .toList()));
                rows.sort(null);
                all.put(table.name(), rows);
            }
            all.put("sequences", List.of(snapshot.sequences().toString()));
        }
        return all;
    }
}
