package app.countersign.kernel;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one data source, H2 or PostgreSQL by its URL. The container pools what comes from here and makes it take part in
 * transactions; a {@code @DataSourceDefinition} can't choose its driver by a setting, this class can.
 */
public class Database implements DataSource {

    private final DataSource driver;
    private int loginTimeout;

    public Database() {
        this(Settings.read(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class))
                .database());
    }

    Database(Settings.Database settings) {
        this.driver = settings.isPostgres() ? postgres(settings) : h2(settings);
    }

    private static DataSource h2(Settings.Database settings) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(settings.url());
        h2.setUser(settings.user());
        h2.setPassword(settings.password());
        return h2;
    }

    private static DataSource postgres(Settings.Database settings) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(settings.url());
        // Each question is planned for its own values. A plan made for any value takes a state that few contracts have
        // for a common one, and reads the whole table to find that there are none.
        postgres.setPrepareThreshold(0);
        if (!settings.user().isEmpty()) {
            postgres.setUser(settings.user());
            postgres.setPassword(settings.password());
        }
        return postgres;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return driver.getConnection();
    }

    /** The pool asks with the empty names of its definition; who we are is in the settings. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return driver.getConnection();
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
