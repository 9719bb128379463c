package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCheckTest {

    private static EmbeddedPostgres postgres;
    private static int databases;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFirstStartMakesTheKeyAndLaterOnesPassWithItOrACopy(boolean onPostgres) throws Exception {
        DataSource database = empty(onPostgres);
        Path first = folder.resolve("first.key");

        KeyCheck.pass(database, first);

        Path copy = java.nio.file.Files.copy(first, folder.resolve("copy.key"));
        assertThatCode(() -> KeyCheck.pass(database, first)).doesNotThrowAnyException();
        assertThatCode(() -> KeyCheck.pass(database, copy)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInstanceWithoutTheKeyIsToldToCopyItAndMakesNone(boolean onPostgres) throws Exception {
        DataSource database = empty(onPostgres);
        KeyCheck.pass(database, folder.resolve("first.key"));
        Path second = folder.resolve("second.key");

        assertThatThrownBy(() -> KeyCheck.pass(database, second))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("copy the file")
                .hasMessageContaining("countersign.key.file")
                .hasMessageNotContaining("\n");
        assertThat(second).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInstanceWithAnotherKeyIsRefused(boolean onPostgres) throws Exception {
        DataSource database = empty(onPostgres);
        KeyCheck.pass(database, folder.resolve("first.key"));
        Path second = folder.resolve("second.key");
        InstallationKey.in(second);

        assertThatThrownBy(() -> KeyCheck.pass(database, second))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not the one");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void instancesThatStartAtTheSameMomentAgreeOnOneKey(boolean onPostgres) throws Exception {
        DataSource database = empty(onPostgres);
        Path shared = folder.resolve("shared.key");

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> KeyCheck.pass(database, shared)))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThatCode(() -> KeyCheck.pass(database, shared)).doesNotThrowAnyException();
    }

    private static DataSource empty(boolean onPostgres) throws Exception {
        String name = "check" + ++databases;
        DataSource database = h2(name);
        if (onPostgres) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            database = postgres.getDatabase("postgres", name);
        }
        Schema.migrate(database, onPostgres);
        return database;
    }

    private static DataSource h2(String name) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        return h2;
    }
}
