package app.countersign.measure;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database is asked, compared, and never changed or shown. */
class DatabasesTest {

    private static EmbeddedPostgres postgres;
    private static final Map<String, String> SETTINGS = new HashMap<>();

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        run("create table person (name text, factor boolean)");
        run("insert into person values ('Ada Secret', true), ('Bo Hidden', true)");
        SETTINGS.put(
                "countersign.probe.db.crm.url",
                postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""));
        SETTINGS.put("countersign.probe.db.crm.user", "postgres");
        SETTINGS.put("countersign.probe.db.crm.password", "postgres");
        SETTINGS.put("countersign.probe.db.told.url", "jdbc:postgresql://localhost/x?user=a&password=b");
        SETTINGS.put("countersign.probe.db.other.url", "jdbc:h2:mem:x");
        SETTINGS.put("countersign.probe.db.gone.url", "jdbc:postgresql://127.0.0.1:1/postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int persons() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from person")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Finding found(String target, String expected) {
        Looking looking = new Looking(
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(10),
                Clock.systemUTC(),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                new Names(Optional.empty(), Duration.ofSeconds(1)),
                new Databases(name -> Optional.ofNullable(SETTINGS.get(name))));
        return looking.at(ProbeKind.SQL, target, expected);
    }

    private static String problem(String target, String expected) {
        Finding finding = found(target, expected);
        assertThat(finding.json() + finding.problem().map(why -> why.in(java.util.Locale.ENGLISH)))
                .doesNotContain("Secret", "Hidden");
        return finding.problem().map(Reason::key).orElse("none");
    }

    @Test
    void theAnswerIsComparedWithWhatIsExpected() {
        Finding well = found("crm: select count(*) from person where not factor", "0");

        assertThat(well.problem()).isEmpty();
        assertThat(well.values()).containsEntry("value", "0").containsEntry("database", "crm");
        assertThat(problem("crm: with one as (select 'ja' as x) select x from one", "ja"))
                .isEqualTo("none");
    }

    @Test
    void anotherAnswerIsNeverShown() {
        assertThat(problem("crm: select name from person limit 1", "nobody")).isEqualTo("measure.probe.answer-other");
        assertThat(problem("crm: select name from person", "Ada Secret".substring(0, 3)))
                .isEqualTo("measure.probe.answer-several");
        assertThat(problem("crm: select name, factor from person limit 1", "x"))
                .isEqualTo("measure.probe.answer-several");
        assertThat(problem("crm: select name from person where name = ''", "x"))
                .isEqualTo("measure.probe.answer-no-row");
        assertThat(problem("crm: select cast(name as integer) from person", "x"))
                .isEqualTo("measure.probe.query");
    }

    @Test
    void nothingIsEverWritten() throws SQLException {
        assertThat(problem("crm: with gone as (delete from person returning 1) select count(*) from gone", "2"))
                .isEqualTo("measure.probe.query");
        for (String more : List.of(
                "crm: delete from person",
                "crm: select 1; delete from person",
                "crm: update person set factor = false",
                "crm: select",
                "select 1",
                "CRM!: select 1",
                "")) {
            assertThat(problem(more, "1")).as(more).isEqualTo("measure.complaint.query");
        }
        assertThat(persons()).isEqualTo(2);
    }

    @Test
    void aQuestionThatTakesTooLongIsGivenUp() {
        assertThat(problem("crm: select count(*) from generate_series(1, 100000000000)", "1"))
                .isEqualTo("measure.probe.slow");
    }

    @Test
    void onlyDatabasesThatTheSettingsNameAreAsked() {
        assertThat(problem("nobody: select 1", "1")).isEqualTo("measure.probe.unknown-database");
        assertThat(problem("told: select 1", "1")).as("a password in it").isEqualTo("measure.probe.unknown-database");
        assertThat(problem("other: select 1", "1")).isEqualTo("measure.probe.unknown-database");
        assertThat(problem("gone: select 1", "1")).isEqualTo("measure.probe.no-database");
    }
}
