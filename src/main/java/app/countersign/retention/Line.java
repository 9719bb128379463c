package app.countersign.retention;

import app.countersign.kernel.Secret;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** A connection to a database that is a store. Statements have a limit in time; nothing is committed by itself. */
final class Line implements AutoCloseable {

    private static final String CONNECT_SECONDS = "10";
    private static final int FETCHED_AT_ONCE = 1000;

    private final Connection connection;
    private final Product product;
    private final String quote;

    private Line(Connection connection) throws SQLException {
        this.connection = connection;
        this.product = Product.of(connection);
        this.quote = connection.getMetaData().getIdentifierQuoteString().strip();
        connection.setAutoCommit(false);
    }

    /** @throws Trouble if it can't be reached, or not with this password */
    static Line to(Driver driver, String url, String user, Secret password) throws Trouble {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password.text());
        }
        if (url.startsWith("jdbc:postgresql:")) {
            properties.setProperty("connectTimeout", CONNECT_SECONDS);
            properties.setProperty("loginTimeout", CONNECT_SECONDS);
            properties.setProperty("ApplicationName", "Countersign");
        }
        try {
            Connection connection = driver.connect(url, properties);
            if (connection == null) {
                throw Trouble.because("retention.complaint.url");
            }
            return of(connection);
        } catch (SQLException e) {
            throw Trouble.of(e, host(url));
        }
    }

    static Line of(Connection connection) throws SQLException {
        try {
            return new Line(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String host(String url) {
        return url.replaceAll("^jdbc:[^/]*(//)?", "").replaceAll("[/?;].*", "");
    }

    Connection connection() {
        return connection;
    }

    Product product() {
        return product;
    }

    /** A name as the database wants it written, whatever it holds. */
    String quoted(String name) {
        return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
    }

    String quoted(TableName table) {
        return table.schema().isEmpty() ? quoted(table.name()) : quoted(table.schema()) + "." + quoted(table.name());
    }

    PreparedStatement prepare(Fragment statement, int seconds) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement.sql());
        try {
            prepared.setQueryTimeout(seconds);
            prepared.setFetchSize(FETCHED_AT_ONCE);
            int at = 1;
            for (Object value : statement.values()) {
                bind(prepared, at++, value);
            }
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    void bind(PreparedStatement prepared, int at, Object value) throws SQLException {
        if (value instanceof Fragment.Text text) {
            product.bindText(prepared, at, text.text());
        } else {
            prepared.setObject(at, value);
        }
    }

    long update(Fragment statement, int seconds) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, seconds)) {
            return prepared.executeUpdate();
        }
    }

    /** The one number that is answered. */
    long number(Fragment question, int seconds) throws SQLException {
        try (PreparedStatement prepared = prepare(question, seconds);
                ResultSet rows = prepared.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } finally {
            connection.close();
        }
    }
}
