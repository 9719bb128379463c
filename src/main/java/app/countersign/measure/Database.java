package app.countersign.measure;

import app.countersign.kernel.Refused;
import app.countersign.kernel.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A PostgreSQL database that an installation names for probes. It is asked one question at a time, in a transaction that
 * can't write, for seconds, and what it answers is compared and never shown.
 *
 * @param url without a password
 */
record Database(String url, String user, Secret password) {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final String SECONDS = "10";

    /** The database cancelled the statement for its time. */
    private static final String CANCELLED = "57014";

    /** What came of a question. */
    enum Answer {
        EXPECTED,
        OTHER,
        NO_ROW,
        SEVERAL
    }

    /** @throws Refused if that can be more than one question, or not only a question */
    static String question(String text) {
        String written = text.strip();
        String start = written.toLowerCase(Locale.ROOT);
        boolean asks = start.startsWith("select ") || start.startsWith("with ");
        if (!asks || written.indexOf(';') >= 0) {
            throw Refused.because("measure.complaint.query");
        }
        return written;
    }

    /** @throws Refused if the database can't be asked that */
    Answer ask(String question, String expected) {
        // By name: a server knows no drivers of the applications in it.
        try (Connection line = new org.postgresql.Driver().connect(url, properties())) {
            if (line == null) {
                throw Refused.because("measure.probe.no-database");
            }
            line.setReadOnly(true);
            line.setAutoCommit(false);
            try (Statement statement = line.createStatement()) {
                statement.setQueryTimeout((int) LONGEST.toSeconds());
                statement.setMaxRows(2);
                try (ResultSet rows = statement.executeQuery(question(question))) {
                    return answer(rows, expected);
                }
            } finally {
                line.rollback();
            }
        } catch (SQLTimeoutException e) {
            throw Refused.because("measure.probe.slow");
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    /** What the database says may quote data: only the kind of trouble is told. */
    private static Refused refusal(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (state.equals(CANCELLED)) {
            return Refused.because("measure.probe.slow");
        }
        return state.startsWith("08") || state.startsWith("28")
                ? Refused.because("measure.probe.no-database")
                : Refused.because("measure.probe.query", state);
    }

    private static Answer answer(ResultSet rows, String expected) throws SQLException {
        if (!rows.next()) {
            return Answer.NO_ROW;
        }
        String said = Optional.ofNullable(rows.getString(1)).orElse("").strip();
        boolean alone = rows.getMetaData().getColumnCount() == 1 && !rows.next();
        if (!alone) {
            return Answer.SEVERAL;
        }
        return said.equals(expected) ? Answer.EXPECTED : Answer.OTHER;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.text());
        properties.setProperty("ApplicationName", "countersign-probe");
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("readOnlyMode", "always");
        properties.setProperty(
                "options", "-c default_transaction_read_only=on -c statement_timeout=" + LONGEST.toMillis());
        return properties;
    }
}
