package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.countersign.kernel.NotFound;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredFilesTest {

    private static JdbcConnectionPool h2;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        h2 = JdbcConnectionPool.create("jdbc:h2:mem:files;LOCK_TIMEOUT=10000", "sa", "");
        postgres = EmbeddedPostgres.start();
        migrate(h2, "blob");
        migrate(postgres.getPostgresDatabase(), "bytea");
    }

    private static void migrate(DataSource database, String blob) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target("2")
                .placeholders(Map.of("blob", blob))
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        h2.dispose();
        postgres.close();
    }

    static Stream<DataSource> databases() {
        return Stream.of(h2, postgres.getPostgresDatabase());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_stored_comes_back(DataSource database) throws IOException {
        byte[] content = random(3 * StoredFiles.CHUNK + 17);
        StoredFiles files = files(database);

        StoredFile stored = files.store(new ByteArrayInputStream(content), "application/pdf");

        assertThat(stored).isEqualTo(new StoredFile(Archival.hex(content), content.length));
        assertThat(files.find(stored.sha256())).contains(stored);
        assertThat(files.read(stored.sha256())).isEqualTo(content);
        try (InputStream stream = files.open(stored.sha256())) {
            assertThat(stream.read()).isEqualTo(content[0] & 0xff);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void content_of_whole_chunks_and_of_none_comes_back(DataSource database) {
        StoredFiles files = files(database);
        for (int size : new int[] {0, 1, StoredFiles.CHUNK - 1, StoredFiles.CHUNK, 2 * StoredFiles.CHUNK}) {
            byte[] content = random(size);
            assertThat(files.read(files.store(content, "text/plain").sha256())).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void equal_content_is_stored_once(DataSource database) throws SQLException {
        byte[] content = random(StoredFiles.CHUNK + 5);
        StoredFiles files = files(database);
        StoredFile first = files.store(content, "application/pdf");

        assertThat(files.store(content, "application/pdf")).isEqualTo(first);
        assertThat(count(database, first)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void two_transactions_that_bring_the_same_at_once_both_succeed(DataSource database) throws Exception {
        byte[] content = random(1000);
        try (Connection one = open(database);
                Connection other = open(database)) {
            StoredFile first = files(new Sole(one)).store(content, "application/pdf");
            CompletableFuture<StoredFile> second =
                    CompletableFuture.supplyAsync(() -> files(new Sole(other)).store(content, "application/pdf"));
            Thread.sleep(200);
            assertThat(second).isNotDone();
            one.commit();

            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(first);
            other.commit();
            assertThat(files(database).read(first.sha256())).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_second_stores_it_when_the_first_rolls_back(DataSource database) throws Exception {
        byte[] content = random(1001);
        try (Connection one = open(database);
                Connection other = open(database)) {
            StoredFile first = files(new Sole(one)).store(content, "application/pdf");
            CompletableFuture<StoredFile> second =
                    CompletableFuture.supplyAsync(() -> files(new Sole(other)).store(content, "application/pdf"));
            Thread.sleep(200);
            one.rollback();

            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(first);
            other.commit();
            assertThat(files(database).read(first.sha256())).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void damaged_content_is_not_read_to_its_end(DataSource database) throws Exception {
        StoredFiles files = files(database);
        StoredFile file = files.store(random(2 * StoredFiles.CHUNK), "application/pdf");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from stored_chunk where no = 1 and sha256 = '" + file.sha256() + "'");
        }

        try (InputStream stream = files.open(file.sha256())) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(stream::readAllBytes)
                    .withMessageContaining("damaged");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_unknown_file_is_not_found(DataSource database) {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> files(database).open("0".repeat(64)));
    }

    private static StoredFiles files(DataSource database) {
        return new StoredFiles(database, Seals.CLOCK);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static int count(DataSource database, StoredFile file) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from stored_chunk where sha256 = '" + file.sha256() + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection open(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
