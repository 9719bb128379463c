package app.countersign.kernel;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to date before anything else starts; other start-up beans depend on it. Flyway holds a lock in
 * the database, so two instances may start at once.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = "java:app/jdbc/countersign",
        className = "app.countersign.kernel.Database",
        minPoolSize = 2,
        initialPoolSize = 2,
        maxPoolSize = 24,
        properties = {
            // A connection that the database has dropped is replaced instead of failing the next act. Asked with a
            // real statement ("select 1"): H2 calls a connection valid whose store it has closed. Asked of one that was
            // good a second ago the question would cost more than what is done with it.
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.fail-all-connections=true"
        })
public class Schema {

    /** A table that is there while a backup is restored: a database that has it is not whole. */
    public static final String UNFINISHED = "restoration_under_way";

    @Resource(lookup = "java:app/jdbc/countersign")
    private DataSource dataSource;

    @Inject
    private Settings settings;

    @PostConstruct
    void start() {
        try {
            refuseUnfinished();
            migrate(dataSource, settings.database().isPostgres());
            KeyCheck.pass(dataSource, settings.keyFile());
        } catch (FlywayException e) {
            throw CannotStart.because("the database " + settings.database() + " can't be used", e);
        }
    }

    private void refuseUnfinished() {
        try (Connection connection = dataSource.getConnection();
                ResultSet marks = connection
                        .getMetaData()
                        .getTables(
                                null,
                                connection.getSchema(),
                                settings.database().isPostgres() ? UNFINISHED : UNFINISHED.toUpperCase(Locale.ROOT),
                                null)) {
            if (marks.next()) {
                throw CannotStart.because("a restoration into the database " + settings.database()
                        + " was interrupted; run the command restore again");
            }
        } catch (SQLException e) {
            throw CannotStart.because("the database " + settings.database() + " can't be used", e);
        }
    }

    /** Runs all migrations; binary columns are named differently on the two databases. */
    public static void migrate(DataSource dataSource, boolean postgres) {
        migrate(dataSource, postgres, "latest");
    }

    /** @param target the version at which to stop */
    public static void migrate(DataSource dataSource, boolean postgres, String target) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .placeholders(Map.of("blob", postgres ? "bytea" : "blob"))
                .target(target)
                .load()
                .migrate();
    }
}
