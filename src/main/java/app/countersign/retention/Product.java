package app.countersign.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where databases differ for who deletes in them. */
enum Product {
    POSTGRESQL {
        @Override
        void bindText(PreparedStatement statement, int at, String text) throws SQLException {
            // Without a type of its own: the server reads it as that of the column.
            statement.setObject(at, text, Types.OTHER);
        }

        /** One placeholder for all, so that the statement is always the same and is planned once. */
        @Override
        Fragment among(String column, List<String> values) {
            return Fragment.of(column + " = any(?)", array(values));
        }

        @Override
        Fragment among(String column, List<String> values, String type) {
            return Fragment.of(column + " = any(cast(? as " + type + "[]))", array(values));
        }

        private Fragment.Text array(List<String> values) {
            return new Fragment.Text(values.stream()
                    .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}")));
        }

        @Override
        Optional<String> castable(String typeName) {
            return Optional.ofNullable(
                    switch (typeName) {
                        case "int2", "smallserial" -> "int2";
                        case "int4", "serial" -> "int4";
                        case "int8", "bigserial" -> "int8";
                        case "varchar", "text", "uuid" -> typeName;
                        default -> null;
                    });
        }

        @Override
        int most() {
            return 10_000;
        }

        /** Else it would expect as many groups as there are times, and sort all rows to tell them apart. */
        @Override
        String fence() {
            return " offset 0";
        }

        @Override
        boolean isReadOnly(Connection connection) throws SQLException {
            return answer(connection, "select current_setting('transaction_read_only')")
                    .equals("on");
        }

        /** Whoever else works there waits for nobody: rather does our batch give up. */
        @Override
        void beShort(Connection connection, int seconds) throws SQLException {
            run(connection, "set local lock_timeout = '2s'; set local statement_timeout = '" + seconds + "s'");
        }
    },
    H2 {
        @Override
        boolean isReadOnly(Connection connection) throws SQLException {
            return connection.isReadOnly();
        }

        @Override
        void beShort(Connection connection, int seconds) throws SQLException {
            run(connection, "set lock_timeout 2000");
        }

        @Override
        int most() {
            return 2000;
        }
    },
    OTHER;

    static Product of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        return Arrays.stream(values())
                .filter(product -> product.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(OTHER);
    }

    void bindText(PreparedStatement statement, int at, String text) throws SQLException {
        statement.setString(at, text);
    }

    /** Rows whose column has one of those values. */
    Fragment among(String column, List<String> values) {
        return new Fragment(
                column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                values.stream().map(Fragment.Text::new).map(Object.class::cast).toList());
    }

    /** The same where the values are of that type, and the column may be of another. */
    Fragment among(String column, List<String> values, String type) {
        return among(column, values);
    }

    /** How that type is written where {@link #among(String, List, String)} can have it; empty where it can't. */
    Optional<String> castable(String typeName) {
        return Optional.empty();
    }

    /** The most rows that a statement may name; some products take no more than a thousand placeholders. */
    int most() {
        return 500;
    }

    /** Ends a query within another one that is to stay one of its own. */
    String fence() {
        return "";
    }

    /** Whether a statement may end with how many rows are wanted, as the standard has it. */
    boolean saysFirst() {
        return this != OTHER;
    }

    /** What its clock says; empty if it can't be asked, as far as we know. */
    Optional<Instant> now(Connection connection) throws SQLException {
        for (String question :
                List.of("select current_timestamp", "values current_timestamp", "select current_timestamp from dual")) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(question)) {
                row.next();
                return Optional.of(row.getTimestamp(1).toInstant());
            } catch (SQLException e) {
                if (this != OTHER) {
                    throw e;
                }
                connection.rollback();
            }
        }
        return Optional.empty();
    }

    boolean isReadOnly(Connection connection) throws SQLException {
        return connection.isReadOnly();
    }

    /** For the transaction: no lock is waited for longer than two seconds, no statement runs longer than that. */
    void beShort(Connection connection, int seconds) throws SQLException {
        // Statements carry their own limit, see Line.
    }

    static String answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
