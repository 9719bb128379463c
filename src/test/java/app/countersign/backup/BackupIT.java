package app.countersign.backup;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Backups of a running application: made, proven, restored into PostgreSQL; folders that go away, and crashes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {

    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    private static Path data;

    @TempDir
    private static Path mount;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectory(folder());
        application = RunningApplication.with(Map.of("data.dir", data.toString(), "backup.dir", folder().toString()));
    }

    @AfterAll
    static void stop() {
        application.kill();
    }

    private static Path folder() {
        return mount.resolve("backups");
    }

    private static JsonObject newest() {
        return good(application.api().get("/api/v1/backups?limit=1"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private static JsonObject made() {
        Answer answer = application.api().post("/api/v1/backups");
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String id = answer.json().getString("id");
        Patience.until(
                "it has ended",
                LONG,
                () -> newest().getString("id").equals(id)
                        && List.of("verified", "failed").contains(newest().getString("state")));
        return newest();
    }

    @Test
    @Order(1)
    void theFirstIsMadeByItselfAndProven() throws IOException {
        Patience.until(
                "one is verified",
                LONG,
                () -> good(application.api().get("/api/v1/backups")).json().containsKey("lastVerified"));

        JsonObject first = newest();
        assertThat(first.getString("state")).isEqualTo("verified");
        Path file = folder().resolve(first.getString("file"));
        assertThat(Files.size(file))
                .isEqualTo(first.getJsonNumber("bytes").longValue())
                .isPositive();
        assertThat(first.getInt("rowsTotal")).isGreaterThan(20);
        assertThat(data.resolve("backup-trial")).doesNotExist();
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @Order(2)
    void thePageSaysHowItStandsAndHasOneMade() {
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "admin", "Schluessel-7bund");
        Patience.until("signed in", LONG, () -> !browser.getCurrentUrl().contains("sign-in"));
        browser.get(application.address("/backup/list").toString());
        Browser.picture(browser, "backup-list");
        assertThat(browser.findElement(By.tagName("main")).getText()).contains("proven", "4 hours", "30 days");

        browser.findElement(By.cssSelector("[id$='now']")).click();
        Browser.picture(browser, "backup-under-way");
        Patience.until(
                "the second is proven",
                LONG,
                () -> browser.findElements(By.cssSelector("table.rows tbody tr"))
                                        .size()
                                == 2
                        && browser.findElement(By.tagName("main")).getText().contains("asked for")
                        && newest().getString("state").equals("verified"));
        browser.manage().window().setSize(new org.openqa.selenium.Dimension(420, 900));
        browser.get(application.address("/backup/list").toString());
        Browser.picture(browser, "backup-narrow");
        browser.manage().window().setSize(new org.openqa.selenium.Dimension(1280, 900));
    }

    @Test
    @Order(3)
    void aFolderThatIsGoneOrCannotBeWrittenIsToldAndTheNextRunTriesAgain() throws IOException {
        Path away = Files.move(folder(), mount.resolve("away"));
        JsonObject failed = made();
        assertThat(failed.getString("state")).isEqualTo("failed");
        assertThat(failed.getString("problem")).contains(folder().toString()).contains("nicht da");

        Files.createFile(folder());
        assertThat(made().getString("problem")).contains("nicht da");
        Files.delete(folder());

        Files.move(away, folder());
        assertThat(made().getString("state")).isEqualTo("verified");
    }

    @Test
    @Order(4)
    void onlyAnAdministratorMayAsk() {
        problem(application.api().withKey("nobody").get("/api/v1/backups"), 401);
        problem(application.api().withKey("nobody").post("/api/v1/backups"), 401);
    }

    @Test
    @Order(5)
    void killedInTheMiddleOfItNothingIsLostAndTheNextOneFollows() throws Exception {
        stopInTheMiddle();
        application.kill();
        assertThat(isAtIt()).isTrue();

        application.start();

        Patience.until(
                "one is verified after the crash",
                LONG,
                () -> made().getString("state").equals("verified"));
        List<JsonObject> all = good(application.api().get("/api/v1/backups", "en"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(all)
                .anySatisfy(run -> assertThat(run.getString("problem", "")).contains("was stopped"));
        assertThat(part()).isFalse();
        assertThat(data.resolve("backup-trial")).doesNotExist();
    }

    /** Holds the process still, so that it can't finish between our looking and our killing it. */
    private static void stopInTheMiddle() throws IOException, InterruptedException {
        String pid = String.valueOf(application.server().pid());
        for (int i = 0; i < 20; i++) {
            application.api().post("/api/v1/backups");
            Patience.until("it is at it", LONG, BackupIT::isAtIt);
            new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
            if (isAtIt()) {
                return;
            }
            new ProcessBuilder("kill", "-CONT", pid).start().waitFor();
        }
    }

    private static boolean isAtIt() {
        return Files.exists(data.resolve("backup-trial")) || part();
    }

    private static boolean part() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.anyMatch(file -> file.toString().endsWith(".part"));
        } catch (IOException e) {
            return false;
        }
    }

    private record Ending(int status, String output) {}

    private static Ending command(Map<String, String> settings, String... words) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-cp", "target/classes"));
        settings.forEach((name, value) -> line.add("-Dcountersign." + name + "=" + value));
        line.add("app.countersign.launch.Launcher");
        line.addAll(List.of(System.getProperty("countersign.server"), System.getProperty("countersign.war")));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ending(process.waitFor(), output);
    }

    @Test
    @Order(6)
    void oneCommandMovesTheInstallationToPostgres(@TempDir Path other) throws Exception {
        Patience.until(
                "the demonstration is there", LONG, () -> contracts(application).contains("Blumen Łukasiewicz e. K."));
        new Agreements(application.api()).issued("okomo-dpa", "Umzug AG");
        String contracts = contracts(application);
        Path file = folder().resolve(made().getString("file"));
        application.close();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> settings = Map.of(
                    "db.url", postgres.getJdbcUrl("postgres", "postgres"),
                    "db.user", "postgres",
                    "data.dir", other.toString(),
                    "key.file", data.resolve("installation.key").toString());

            Ending ending = command(settings, "restore", file.toString());
            assertThat(ending.output()).contains("each was compared").doesNotContain("\tat ");
            assertThat(ending.status()).isZero();
            assertSameRows(postgres);

            Ending again = command(settings, "restore", file.toString());
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.output().lines()).singleElement().asString().contains("is not empty");

            try (RunningApplication moved = RunningApplication.with(settings)) {
                assertThat(contracts(moved)).isEqualTo(contracts);
                Patience.until(
                        "the trail is told",
                        LONG,
                        () -> strings(postgres.getPostgresDatabase(), "select event_name from trail_entry")
                                .contains("restored"));
                assertThat(strings(
                                postgres.getPostgresDatabase(),
                                "select problem_key from backup_run where problem_key is not null"))
                        .doesNotContain("backup.problem.database");
            }
        }
    }

    /** The embedded database is at rest now and can be read with its key. */
    private static void assertSameRows(EmbeddedPostgres postgres) throws Exception {
        Map<String, String> given = Map.of("countersign.data.dir", data.toString());
        var settings = app.countersign.kernel.Settings.read(name -> java.util.Optional.ofNullable(given.get(name)));
        var here = Databases.everything(new app.countersign.kernel.Database(settings));
        var there = Databases.everything(postgres.getPostgresDatabase());
        assertThat(there.keySet()).isEqualTo(here.keySet());
        for (String table : here.keySet()) {
            // These went on while the backup was made and after it.
            if (!Stream.of("job", "backup", "trail", "sequences").anyMatch(table::startsWith)) {
                assertThat(there.get(table)).as(table).isEqualTo(here.get(table));
            }
        }
        // Without their places: rows that were written right before the backup got theirs after it.
        String written =
                "select concat_ws(' ', id, cast(extract(epoch from at) * 1000000 as bigint), actor, event_name, object_id, facts, personal, opened) from"
                        + " trail_entry order by id";
        assertThat(strings(new app.countersign.kernel.Database(settings), written))
                .containsAll(strings(postgres.getPostgresDatabase(), written));
    }

    private static String contracts(RunningApplication running) {
        return good(running.api().get("/api/v1/contracts?limit=100")).text();
    }

    private static List<String> strings(javax.sql.DataSource database, String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
