package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void theSchemaIsTheSameOnBothDatabases() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Schema.migrate(postgres.getPostgresDatabase(), true);
            Schema.migrate(h2(), false);

            Set<String> columns = columns(h2(), "PUBLIC");
            assertThat(columns).contains("account.user_name", "job.due_at");
            assertThat(columns(postgres.getPostgresDatabase(), "public")).isEqualTo(columns);
        }
    }

    @Test
    void twoInstancesMayMigrateAtTheSameMoment() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();

            CompletableFuture.allOf(
                            Stream.generate(() -> CompletableFuture.runAsync(() -> Schema.migrate(database, true)))
                                    .limit(3)
                                    .toArray(CompletableFuture[]::new))
                    .join();

            assertThat(columns(database, "public")).contains("account.user_name");
        }
    }

    private static DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:schema;DB_CLOSE_DELAY=-1");
        return h2;
    }

    private static Set<String> columns(DataSource database, String schema) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (Connection connection = database.getConnection();
                ResultSet all = connection.getMetaData().getColumns(null, schema, "%", "%")) {
            while (all.next()) {
                columns.add(
                        (all.getString("TABLE_NAME") + "." + all.getString("COLUMN_NAME")).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
