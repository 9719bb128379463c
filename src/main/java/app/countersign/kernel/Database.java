package app.countersign.kernel;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one data source, H2 or PostgreSQL by its URL. The container pools what comes from here and makes it take part in
 * transactions; a {@code @DataSourceDefinition} can't choose its driver by a setting, this class can.
 */
public class Database implements DataSource {

    private final DataSource driver;
    private final Settings settings;
    private final String user;
    private final Secret password;
    private int loginTimeout;

    /** What the server's pool makes. */
    public Database() {
        this(Settings.ofServer());
    }

    /** Connections of one's own, outside the pool and its transactions. */
    public Database(Settings settings) {
        this.settings = settings;
        this.driver = settings.database().isPostgres() ? postgres(settings.database()) : h2(settings.database());
        this.user = settings.database().user();
        this.password = settings.database().embedded().isPresent()
                ? embedded()
                : settings.database().password();
    }

    /** H2 takes the file's password and the user's in one, with a space between. */
    private Secret embedded() {
        InstallationKey key = EmbeddedFile.open(settings);
        return Secret.of(key.databasePassword().text() + " "
                + settings.database().password().text());
    }

    private static DataSource h2(Settings.Database settings) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(settings.url());
        return h2;
    }

    private static DataSource postgres(Settings.Database settings) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(settings.url());
        // Each question is planned for its own values. A plan made for any value takes a state that few contracts have
        // for a common one, and reads the whole table to find that there are none.
        postgres.setPrepareThreshold(0);
        return postgres;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (user.isEmpty()) {
            return driver.getConnection();
        }
        try {
            return driver.getConnection(user, password.text());
        } catch (SQLException e) {
            throw EmbeddedFile.explained(e, settings);
        }
    }

    /** The pool asks with the empty names of its definition; who we are is in the settings. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("app.countersign");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return driver.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return driver.isWrapperFor(type);
    }
}
