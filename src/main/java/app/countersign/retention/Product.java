package app.countersign.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;

/** Where databases differ for who deletes in them. */
enum Product {
    POSTGRESQL {
        @Override
        void bindText(PreparedStatement statement, int at, String text) throws SQLException {
            // Without a type of its own: the server reads it as that of the column.
            statement.setObject(at, text, Types.OTHER);
        }

        @Override
        boolean isReadOnly(Connection connection) throws SQLException {
            return answer(connection, "select current_setting('transaction_read_only')")
                    .equals("on");
        }

        /** Whoever else works there waits for nobody: rather does our batch give up. */
        @Override
        void beShort(Connection connection, int seconds) throws SQLException {
            run(connection, "set local lock_timeout = '2s'");
            run(connection, "set local statement_timeout = '" + seconds + "s'");
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
