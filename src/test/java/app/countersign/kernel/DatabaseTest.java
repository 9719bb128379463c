package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final int MORE_THAN_THE_DRIVER_WAITS = 12;

    /** Else PostgreSQL may plan a rare value as if it were common, and read a whole table for nothing. */
    @Test
    void aQuestionAskedOftenIsStillPlannedForItsValues() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Database database = new Database(Settings.read(name ->
                    Optional.ofNullable(Map.of("countersign.db.url", url).get(name))));

            try (Connection connection = database.getConnection()) {
                ask(connection);

                assertThat(keptPlans(connection)).isZero();
            }
        }
    }

    private static void ask(Connection connection) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("select 1 where 'draft' = ?")) {
            for (int i = 0; i < MORE_THAN_THE_DRIVER_WAITS; i++) {
                question.setString(1, "draft");
                question.executeQuery().close();
            }
        }
    }

    private static int keptPlans(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet plans = statement.executeQuery(
                        "select count(*) from pg_prepared_statements where statement like '%draft%'")) {
            plans.next();
            return plans.getInt(1);
        }
    }
}
