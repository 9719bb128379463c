package app.countersign.backup;

import app.countersign.kernel.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.PGStatement;

/** Where H2 and PostgreSQL differ for who copies all that is in them. Names are in small letters. */
enum Dialect {
    H2 {
        /** H2's own level above the standard's: all tables as they were at one moment. */
        @Override
        void hold(Connection connection) throws SQLException {
            connection.setTransactionIsolation(SNAPSHOT);
            run(connection, "set lazy_query_execution 1");
        }

        @Override
        void stream(Statement statement, boolean holdsBytes) {
            // Rows come one by one as they are asked for: the session was told so.
        }

        @Override
        String numbers() {
            return "select lower(sequence_name), base_value from information_schema.sequences"
                    + " where sequence_schema = current_schema";
        }
    },
    POSTGRES {
        @Override
        void hold(Connection connection) throws SQLException {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
        }

        @Override
        void stream(Statement statement, boolean holdsBytes) throws SQLException {
            statement.setFetchSize(holdsBytes ? FEW : MANY);
            // Bytes as they are, instead of as text of twice the length.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        }

        @Override
        String numbers() {
            return "select sequencename, 0 from pg_sequences where schemaname = current_schema()";
        }

        /** The catalogue does not say it of a sequence that nobody has asked since it was set; the sequence does. */
        @Override
        Map<String, Long> sequences(Connection connection) throws SQLException {
            Map<String, Long> next = super.sequences(connection);
            for (Map.Entry<String, Long> sequence : next.entrySet()) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("select case when s.is_called then s.last_value"
                                + " + q.seqincrement else s.last_value end from " + sequence.getKey()
                                + " s, pg_sequence q where q.seqrelid = '" + sequence.getKey() + "'::regclass")) {
                    row.next();
                    sequence.setValue(row.getLong(1));
                }
            }
            return next;
        }
    };

    /** {@code org.h2.engine.Constants.TRANSACTION_SNAPSHOT} */
    private static final int SNAPSHOT = 6;

    /** Rows of bytes are up to a megabyte each. */
    private static final int FEW = 8;

    private static final int MANY = 500;

    /** The migrations' own notes, which each database makes for itself, and the mark of a restoration under way. */
    private static final Set<String> NOT_SAVED = Set.of("flyway_schema_history", Schema.UNFINISHED);

    static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRES : H2;
    }

    /** From the next statement on until the transaction's end, all tables are read as they are then. */
    abstract void hold(Connection connection) throws SQLException;

    /** Lets it give its rows a few at a time. */
    abstract void stream(Statement statement, boolean holdsBytes) throws SQLException;

    abstract String numbers();

    boolean isPostgres() {
        return this == POSTGRES;
    }

    /** By name, the next number. */
    Map<String, Long> sequences(Connection connection) throws SQLException {
        Map<String, Long> next = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(numbers())) {
            while (rows.next()) {
                next.put(rows.getString(1), rows.getLong(2));
            }
        }
        return next;
    }

    /** Leaves nothing in it. Used only where nothing was before. */
    void empty(Connection connection) throws SQLException {
        if (this == H2) {
            run(connection, "drop all objects");
            return;
        }
        List<String> tables = new ArrayList<>(tableNames(connection));
        tables.addAll(NOT_SAVED);
        for (String table : tables) {
            run(connection, "drop table if exists " + table + " cascade");
        }
        for (String sequence : sequences(connection).keySet()) {
            run(connection, "drop sequence if exists " + sequence + " cascade");
        }
    }

    boolean has(Connection connection, String table) throws SQLException {
        try (ResultSet found =
                connection.getMetaData().getTables(null, connection.getSchema(), catalogued(table), null)) {
            return found.next();
        }
    }

    /** All tables but those that each database makes for itself. */
    static List<String> tableNames(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {
            "TABLE", "BASE TABLE", "PARTITIONED TABLE"
        })) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        names.removeAll(NOT_SAVED);
        names.sort(null);
        return names;
    }

    /** As the database's own catalogue spells it. */
    String catalogued(String name) {
        return this == H2 ? name.toUpperCase(Locale.ROOT) : name;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
