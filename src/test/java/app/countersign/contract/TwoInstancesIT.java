package app.countersign.contract;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Cable;
import app.countersign.it.FilledForm;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.kernel.Sha256;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two instances on one PostgreSQL, with crashes and outages. In order, since each start of a server is dear. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesIT {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int MANY = 16;
    private static final String RETENTION = "/api/v1/retention/";

    private static EmbeddedPostgres postgres;
    private static GreenMail mail;
    private static Cable toPostgres;
    private static Cable toMail;
    private static RunningApplication first;
    private static RunningApplication second;
    private static Path data;
    private static String backups;

    /** On an empty database, at the same moment. */
    @BeforeAll
    static void startBoth() throws Exception {
        postgres = EmbeddedPostgres.start();
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        toPostgres = Cable.to(postgres.getPort());
        toMail = Cable.to(mail.getSmtp().getPort());
        data = Files.createTempDirectory("countersign-it");
        String templates = hasty(data.resolve("templates"));
        backups = Files.createTempDirectory("countersign-backups").toString();
        CompletableFuture<RunningApplication> other =
                CompletableFuture.supplyAsync(() -> instance("second", templates));
        first = instance("first", templates);
        second = other.join();
    }

    /** The shipped templates, but that access logs are kept for a second. */
    private static String hasty(Path folder) throws IOException {
        Path shipped = Path.of("contracts-templates");
        try (Stream<Path> all = Files.walk(shipped)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        Path terms = folder.resolve("360dialog-dpa/terms.yaml");
        String said = Files.readString(terms);
        String hasty = said.replace("data: access-logs, for: P3M", "data: access-logs, for: PT1S");
        assertThat(hasty).isNotEqualTo(said);
        Files.writeString(terms, hasty);
        return folder.toString();
    }

    private static RunningApplication instance(String name, String templates) {
        return RunningApplication.with(Map.of(
                "db.url",
                "jdbc:postgresql://127.0.0.1:" + toPostgres.port() + "/postgres?ApplicationName=" + name,
                "db.user",
                "postgres",
                "smtp.url",
                "smtp://127.0.0.1:" + toMail.port(),
                "templates.dir",
                templates,
                "data.dir",
                data.toString(),
                "alarm.mail",
                "pager@okomo.example",
                "backup.dir",
                backups));
    }

    @AfterAll
    static void stopAll() throws Exception {
        Stream.of(first, second).forEach(RunningApplication::kill);
        toMail.close();
        toPostgres.close();
        mail.stop();
        postgres.close();
    }

    @Test
    @Order(1)
    void startedAtTheSameMomentTheyShareOneSetOfData() {
        assertThat(strings("select code from template_version order by code"))
                .containsExactly("360dialog-dpa", "oculavis-dpa", "okomo-dpa");
        assertThat(strings("select user_name from account where user_name = 'automation'"))
                .hasSize(1);
        assertThat(strings("select name from job")).doesNotHaveDuplicates().isNotEmpty();
        Patience.until(
                "each organisation of the demonstration is there",
                A_MINUTE,
                () -> strings("select name from organisation").contains("Blumen Łukasiewicz e. K."));
        assertThat(strings("select name from organisation")).doesNotHaveDuplicates();
        assertThat(strings("select controller_id from contract")).doesNotHaveDuplicates();
        Stream.of(first, second)
                .forEach(instance -> assertThat(instance.output())
                        .noneMatch(line -> line.contains("\tat ") || line.contains("SEVERE")));
    }

    @Test
    @Order(1)
    void ofTheBackupThatIsDueOneIsMade() {
        Patience.until(
                "it is proven",
                A_MINUTE,
                () -> strings("select state from backup_run").equals(List.of("verified")));
        assertThat(Path.of(backups)).isDirectoryContaining("glob:**.backup").isDirectoryNotContaining("glob:**.part");
        assertThat(Path.of(backups).toFile().list()).hasSize(1);
    }

    @Test
    @Order(2)
    void eachMailIsDeliveredOnce() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(api(i % 2 == 0 ? first : second)
                    .issued("okomo-dpa", "Post AG")
                    .getString("id"));
        }

        Patience.until(
                "all mails are out",
                A_MINUTE,
                () -> strings("select state from outbox_mail where state <> 'sent'")
                        .isEmpty());
        assertThat(received()).doesNotHaveDuplicates().hasSameSizeAs(strings("select id from outbox_mail"));
    }

    @Test
    @Order(2)
    void whatComesBackWhenTheTimeToSignIsOverIsKeptAndToldSo() {
        String id = api(first).issued("okomo-dpa", "Zu spät AG").getString("id");
        byte[] form = good(first.api().get(at(id, "/documents/issued"))).body();
        execute("update contract set expires_at = now() - interval '1 minute' where id = '" + id + "'");
        Patience.until("it has expired", Duration.ofMinutes(2), () -> {
            execute("update job set due_at = now() where name = 'unsigned-contracts' and due_at > now()");
            return api(first).whole(id).getString("state").equals("withdrawn");
        });

        JsonObject late = good(second.api().upload(at(id, "/returned"), "Vertrag.pdf", new FilledForm(form).honest()))
                .json();

        assertThat(late.getString("verdict")).isEqualTo("honest");
        assertThat(late.getString("outcome")).isEqualTo("kept");
        assertThat(late.getJsonArray("reasons").toString()).contains("Der Vertrag ist verfallen");
        assertThat(api(first).whole(id).getString("state")).isEqualTo("withdrawn");
        assertThat(good(second.api().get(at(id, "/returned"))).text())
                .as("nothing is lost")
                .contains(late.getString("id"));
    }

    /** A builder that was killed leaves its row as it was, and a file that is not whole. */
    @Test
    @Order(2)
    void anArchiveWhoseBuilderDiedIsBegunAgainAndWhole() throws Exception {
        ApiClient auditor = first.api();
        String id;
        Path part;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // As long as this holds the job, nobody builds.
            statement.execute("select name from job where name = 'build-evidence-exports' for update");
            Answer asked = auditor.post(
                    "/api/v1/evidence-exports",
                    Json.createObjectBuilder()
                            .add("language", "en")
                            .add("processors", Json.createArrayBuilder().add("oculavis"))
                            .build());
            assertThat(asked.status()).as(asked.text()).isEqualTo(202);
            id = asked.json().getString("id");
            execute("update evidence_export set state = 'building', step = 'files', done = 3, total = 9, started_at ="
                    + " now() where id = '" + id + "'");
            Path folder = Files.createDirectories(data.resolve("exports"));
            part = Files.writeString(folder.resolve(id + ".zip.part"), "half an archive");
            connection.commit();
        }

        String path = "/api/v1/evidence-exports/" + id;
        Patience.until(
                "it is built",
                A_MINUTE,
                () -> good(auditor.get(path)).json().getString("state").equals("ready"));
        assertThat(part).doesNotExist();
        // Whichever has built it, both hand it out.
        Path archive = Files.write(
                data.resolve("taken.zip"),
                good(second.api().get(path + "/archive")).body());
        assertThat(Files.size(archive)).isEqualTo(good(auditor.get(path)).json().getInt("size"));
        assertThat(good(auditor.get(path + "/archive")).body()).isEqualTo(Files.readAllBytes(archive));
        assertThat(verified(archive)).contains("is whole");
    }

    /** What the verifier says that lies in the archive itself, as an auditor runs it. */
    private static String verified(Path archive) throws IOException, InterruptedException {
        Path verifier = archive.resolveSibling("Verify.java");
        try (FileSystem inside = FileSystems.newFileSystem(archive)) {
            Files.copy(inside.getPath("Verify.java"), verifier, StandardCopyOption.REPLACE_EXISTING);
        }
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        verifier.toString(),
                        archive.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        return said;
    }

    private static void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(3)
    void ofTwoWhoCountersignAtTheSameMomentOneIsToldThatItIsDone() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        for (int i = 0; i < 3; i++) {
            String id = api(first).accepted("okomo-dpa", "Gleichzeitig AG");
            CompletableFuture<Answer> one = CompletableFuture.supplyAsync(() -> countersign(first, id, together));
            CompletableFuture<Answer> two = CompletableFuture.supplyAsync(() -> countersign(second, id, together));

            assertThat(List.of(one.join().status(), two.join().status())).containsExactlyInAnyOrder(200, 409);
            Answer late = problem(one.join().status() == 409 ? one.join() : two.join(), 409);
            assertThat(late.json().getString("type")).endsWith("contract.refusal.countersign");
            assertThat(late.json().getString("detail")).contains("in Kraft");
            assertCountersignedOnce(List.of(id));
        }
    }

    private static Answer countersign(RunningApplication instance, String id, CyclicBarrier together) {
        try {
            together.await();
            return instance.api().post(at(id, "/countersignature"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(4)
    void anInstanceThatIsKilledWhileCountersigningLosesNoneAndSignsNoneTwice() throws Exception {
        List<String> ids = IntStream.range(0, MANY)
                .parallel()
                .mapToObj(i -> api(i % 2 == 0 ? first : second).accepted("okomo-dpa", "Serie " + i + " AG"))
                .toList();
        Session atFirst = Session.of(first, "lena", "Seite8-bitte!");
        Session atSecond = Session.of(second, "lena", "Seite8-bitte!");
        String run = api(first).countersigning(ids);

        Optional<RunningApplication> atWork = Optional.empty();
        while (atWork.isEmpty() || done(run) < 3) {
            atWork = holderOf("countersign-runs").or(() -> Optional.empty());
            assertThat(done(run)).as("contracts signed before the crash").isLessThan(MANY);
        }
        RunningApplication killed = atWork.orElseThrow();
        RunningApplication other = killed == first ? second : first;
        killed.kill();
        assertThat(done(run)).isLessThan(MANY);
        Session orphan = killed == first ? atFirst : atSecond;
        Session unhurt = killed == first ? atSecond : atFirst;
        assertAskedToSignIn(orphan.at(other).get("/contract/list"));
        good(unhurt.get("/contract/list"));
        good(Session.of(other, "lena", "Seite8-bitte!").get("/contract/list"));

        Patience.until("the other has finished", A_MINUTE, () -> done(run) == MANY);
        killed.start();
        assertAskedToSignIn(orphan.get("/contract/list"));
        JsonObject progress = api(killed).progress(run);
        assertThat(progress.getInt("done")).isEqualTo(MANY);
        assertThat(progress.getInt("failed")).isZero();
        assertCountersignedOnce(ids);
        // The one whose delivery the kill interrupted, if it did, comes again, and says that it is the same.
        assertThat(received().size() - Set.copyOf(received()).size()).isBetween(0, 1);
        assertThat(good(other.api().get("/api/v1/contracts?limit=1")).status()).isEqualTo(200);
    }

    private static int done(String run) {
        return strings("select id from countersigning_item where state = 'done' and run_id = '" + run + "'")
                .size();
    }

    /** Which instance holds the job's row at this moment. */
    private static Optional<RunningApplication> holderOf(String job) {
        return strings("select a.application_name from job j join pg_stat_activity a"
                        + " on a.backend_xid::text = j.xmax::text where j.name = '" + job + "'")
                .stream()
                .findFirst()
                .map(name -> name.equals("first") ? first : second);
    }

    private static void assertCountersignedOnce(List<String> ids) {
        for (String id : ids) {
            String contract = " where contract_id = '" + id + "'";
            assertThat(strings("select sha256 from contract_document" + contract + " and kind = 'countersigned'"))
                    .hasSize(1);
            assertThat(strings("select id from trail_entry where event_name = 'contract-countersigned'"
                            + " and object_id = '" + id + "'"))
                    .hasSize(1);
            assertThat(strings("select m.id from outbox_mail m join outbox_attachment a on a.mail_id = m.id"
                            + " where m.about_id = '" + id + "'"))
                    .hasSize(1);
            JsonObject document = api(second).documents(id, "countersigned").get(0);
            byte[] pdf = good(first.api().get(document.getString("href"))).body();
            assertThat(Sha256.hex(pdf)).isEqualTo(document.getString("sha256"));
        }
    }

    @Test
    @Order(5)
    void mailsWaitWhileTheMailServerIsAwayAndThenGoOnce() throws Exception {
        toMail.cut();
        String id = api(first).issued("okomo-dpa", "Funkstille AG").getString("id");
        Patience.until(
                "it was tried",
                A_MINUTE,
                () -> mailOf(id).getInt("attempts") > 0
                        && mailOf(id).getString("state").equals("waiting"));
        assertThat(mailOf(id).getString("hint")).isNotBlank().doesNotContain("Exception");
        assertThat(mailOf(id)).containsKey("nextAttemptAt");
        assertThat(good(first.api().get("/api/v1/mails?unsent=true")).text())
                .contains(mailOf(id).getString("id"));

        toMail.mend();
        Answer retried = first.api().post("/api/v1/mails/" + mailOf(id).getString("id") + "/retry");
        assertThat(retried.status()).as(retried.text()).isEqualTo(204);
        Patience.until(
                "it is sent", A_MINUTE, () -> mailOf(id).getString("state").equals("sent"));
        assertThat(received())
                .containsOnlyOnceElementsOf(strings("select message_id from outbox_mail where id = '"
                        + mailOf(id).getString("id") + "'"));
        problem(first.api().post("/api/v1/mails/" + mailOf(id).getString("id") + "/retry"), 409);
    }

    private static JsonObject mailOf(String id) {
        return api(first).mails(id).get(0);
    }

    @Test
    @Order(6)
    void whileTheDatabaseIsAwayPeopleAreToldSoAndAfterwardsAllIsWell() throws Exception {
        String id = api(first).accepted("okomo-dpa", "Ausfall AG");
        ManyDeadlines clocks = ManyDeadlines.due(postgres.getPostgresDatabase(), "Ausfallfrist-", 250, 1);
        toPostgres.cut();

        for (RunningApplication instance : List.of(first, second)) {
            ApiClient api = instance.api();
            problem(api.get("/api/v1/contracts"), 503);
            problem(api.get(at(id, "")), 503);
            problem(api.get("/api/v1/templates"), 503);
            problem(api.post(at(id, "/countersignature")), 503);
            problem(
                    api.post(
                            "/api/v1/contracts",
                            Agreements.request("okomo-dpa", "Ausfall AG").build()),
                    503);
            for (String page : List.of("/sign-in", "/", "/contract/list", "/sign/no-such-link", "/verify")) {
                HttpResponse<String> shown = page(instance, page);
                assertThat(shown.statusCode()).as(page).isIn(200, 302, 404, 503);
                assertThat(shown.body()).as(page).doesNotContain("\tat ", "java.lang.", "SQLException");
            }
            assertThat(page(instance, "/health/ready").statusCode()).isEqualTo(503);
        }

        toPostgres.mend();
        for (RunningApplication instance : List.of(first, second)) {
            Patience.until(
                    "it answers again",
                    A_MINUTE,
                    () -> instance.api().get("/api/v1/contracts?limit=1").status() == 200);
            assertThat(instance.output()).noneMatch(line -> line.contains("\tat "));
        }
        Patience.until("what fell due meanwhile is said", A_MINUTE, () -> clocks.said("due") == clocks.count());
        clocks.assertSaidOnce(false);
        String run = api(second).countersigning(List.of(id));
        Patience.until("the jobs go on", A_MINUTE, () -> done(run) == 1);
        assertCountersignedOnce(List.of(id));
        Patience.until(
                "mails go out",
                A_MINUTE,
                () -> api(first).mails(id).stream()
                        .allMatch(sent -> sent.getString("state").equals("sent")));
    }

    private static HttpResponse<String> page(RunningApplication instance, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(instance.address(path).toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Order(7)
    void anAuditorReadsAndChangesNothing() throws Exception {
        String key = "key-of-the-auditor-of-this-test";
        run("insert into api_key (id, account_id, label, key_hash, created_at) select gen_random_uuid(), id, 'test', '"
                + Sha256.hex(key.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "', now() from account where user_name = 'anton'");
        String id = api(first).issued("okomo-dpa", "Einsicht AG").getString("id");
        ApiClient auditor = first.api().withKey(key);

        good(auditor.get("/api/v1/contracts"));
        good(auditor.get(at(id, "")));
        problem(
                auditor.post(
                        "/api/v1/contracts",
                        Agreements.request("okomo-dpa", "x AG").build()),
                403);
        problem(auditor.put(at(id, "/signature-page"), Agreements.page("x AG")), 403);
        for (String move : List.of("/acceptance", "/countersignature", "/issue", "/withdrawal")) {
            problem(auditor.post(at(id, move)), 403);
        }
        problem(auditor.post(at(id, "/refusal"), json(Map.of("reason", "x"))), 403);
        assertThat(api(first).whole(id).getString("state")).isEqualTo("issued");
    }

    /** Told and not committed when the connection dies, again and again; and for an hour there is no mail server. */
    @Test
    @Order(7)
    void ofManyLettersEachIsToldOnceAndGoesOutOnceHoweverOftenTheSenderDies() throws Exception {
        toMail.cut();
        String breach = Agreements.made(first.api().post("/api/v1/breaches", json(Map.of("title", "Viele Schreiben"))))
                .getString("id");
        String path = "/api/v1/breaches/" + breach;
        Patience.until(
                "all controllers are found",
                A_MINUTE,
                () -> good(second.api().get(path)).json().getInt("unstarted") == 0);
        String letters = " breach_notice where breach_id = '" + breach + "'";
        int many = strings("select id from" + letters).size();
        assertThat(many).isGreaterThan(2);

        assertThat(second.api().post(path + "/notices/mailing").status()).isEqualTo(202);
        for (int i = 0; i < 2; i++) {
            connectionDiesWhileTelling();
        }
        Patience.until(
                "none is waiting for its turn",
                Duration.ofMinutes(5),
                () -> strings("select id from" + letters + " and state = 'queued'")
                        .isEmpty());

        List<String> told =
                strings("select notice_id from breach_telling where notice_id in (select id from" + letters + ")");
        assertThat(told).as("nobody twice").doesNotHaveDuplicates();
        assertThat(told)
                .as("nobody forgotten")
                .hasSameSizeAs(strings("select id from" + letters + " and state = 'sent'"))
                .hasSameSizeAs(strings("select mail_id from breach_telling where mail_id in (select id from outbox_mail"
                        + " where state <> 'sent') and notice_id in (select id from" + letters + ")"));
        assertThat(strings("select state from" + letters + " and state not in ('sent', 'unmailable')"))
                .isEmpty();

        laterByAnHour();
        toMail.mend();
        laterByAnHour();
        String mails = "select m.message_id from outbox_mail m join breach_telling t on t.mail_id = m.id"
                + " join breach_notice n on n.id = t.notice_id where n.breach_id = '" + breach + "'";
        Patience.until(
                "all are out",
                Duration.ofMinutes(2),
                () -> strings(mails + " and m.state <> 'sent'").isEmpty());
        // Of these only: what was on its way when an earlier test cut the database may have come twice, as it must.
        List<String> these = strings(mails);
        assertThat(received()).filteredOn(these::contains).containsExactlyInAnyOrderElementsOf(these);
    }

    /** Holds up whoever tells the next one right before the commit, and ends its connection. */
    private static void connectionDiesWhileTelling() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table breach_telling in share mode");
            Patience.until("somebody is being told", Duration.ofMinutes(2), () -> waits("breach_telling"));
            statement.execute("select pg_terminate_backend(l.pid) from pg_locks l where not l.granted"
                    + " and l.relation = 'breach_telling'::regclass");
            connection.rollback();
        }
    }

    /** As far as mails that wait are concerned. */
    private static void laterByAnHour() {
        run("update outbox_mail set first_attempt_at = first_attempt_at - interval '1 hour', next_attempt_at ="
                + " next_attempt_at - interval '1 hour' where state = 'waiting'");
    }

    /** Killed in the middle of saying alarms, with some said and not committed. As many as wanted: {@code -Ddeadlines=20000}. */
    @Test
    @Order(8)
    void anInstanceThatIsKilledWhileSayingAlarmsLosesNoneAndSaysNoneTwice() throws Exception {
        int many = Integer.getInteger("deadlines", 300);
        ManyDeadlines clocks =
                ManyDeadlines.warningAndDue(postgres.getPostgresDatabase(), "Zeitbombe-", many, 15 + many / 200);
        Patience.until("some were warned", A_MINUTE, () -> clocks.said("warning-90") > 0);
        RunningApplication killed = killedWhileSaying();
        assertThat(clocks.said("due")).isLessThan(many);
        Patience.until("all were warned and fell due", Duration.ofMinutes(10), () -> clocks.said("due") == many);
        killed.start();
        Patience.until("all mails are out", Duration.ofMinutes(10), () -> clocks.unsent() == 0);

        clocks.assertSaidOnce(true);
        assertThat(received()).containsAll(clocks.mails());
        report(clocks);
    }

    /** Holds up whoever says the next alarms right before the commit, and kills that instance. */
    private static RunningApplication killedWhileSaying() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table deadline_alarm in share mode");
            Patience.until(
                    "an instance wants to say some",
                    Duration.ofMinutes(2),
                    () -> waits("deadline_alarm") && holderOf("sweep-deadlines").isPresent());
            RunningApplication sayer = holderOf("sweep-deadlines").orElseThrow();
            sayer.kill();
            connection.rollback();
            return sayer;
        }
    }

    private static boolean waits(String table) {
        return !strings("select l.pid from pg_locks l where not l.granted and l.relation = '" + table + "'::regclass")
                .isEmpty();
    }

    private static void report(ManyDeadlines clocks) throws IOException {
        Files.writeString(
                Path.of("target", "sweep.txt"),
                "%d deadlines on two instances, one killed while saying them: each said once, the last %.1f s after its"
                                .formatted(clocks.count(), clocks.latest())
                        + " instant%n".formatted());
    }

    /** What PostgreSQL's driver answers is of other types than H2's. */
    @Test
    @Order(9)
    void whatIsListedCanBeSeenOnPostgreSql() throws IOException {
        Session dora = Session.of(first, "dora", "72-Stunden-Uhr");
        Path pages = Path.of("src/main/webapp");
        List<String> lists;
        try (Stream<Path> files = Files.walk(pages)) {
            lists = files.map(file -> "/" + pages.relativize(file))
                    .filter(page -> page.matches("/[a-z-]+/(list|review|erasures|holds|stores|probes)\\.xhtml"))
                    .map(page -> page.replace(".xhtml", ""))
                    .toList();
        }

        assertThat(lists).contains("/breach/list", "/fact/list", "/access-log/review");
        for (String page : lists) {
            assertThat(dora.get(page).status()).as(page).isIn(200, 403);
        }
        assertThat(dora.get("/breach/list").text()).contains("BR-");
    }

    @Test
    @Order(9)
    void whatAnOpenPageAsksByItselfKeepsNoSessionFromEnding() throws Exception {
        Session dora = Session.of(first, "dora", "72-Stunden-Uhr");
        String mine = " where account_id = (select id from account where user_name = 'dora')";
        run("update account_session set seen_at = now() - interval '20 minutes'" + mine);

        Answer news = good(dora.get("/deadline/alarms.json"));
        assertThat(news.json().getJsonArray("alarms")).isEmpty();
        assertThat(strings("select id from account_session" + mine + " and seen_at >= now() - interval '19 minutes'"))
                .isEmpty();

        ManyDeadlines clocks = ManyDeadlines.due(postgres.getPostgresDatabase(), "Wecker-", 3, 0);
        Patience.until("they fell due", A_MINUTE, () -> clocks.said("due") == 3);
        JsonObject told = good(dora.get(
                        "/deadline/alarms.json?after=" + news.json().getString("asOf")))
                .json();
        assertThat(told.getJsonArray("alarms").getValuesAs(JsonObject.class))
                .extracting(alarm -> alarm.getString("text"))
                .allMatch(text -> text.contains("fällig"))
                .anyMatch(text -> text.contains("Wecker-1."));

        run("update account_session set seen_at = now() - interval '31 minutes'" + mine);
        assertThat(dora.get("/deadline/alarms.json").status()).isEqualTo(302);
    }

    /** Sent to the sign-in page, told why, and brought back from there. */
    private static void assertAskedToSignIn(Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .contains("/sign-in?then=%2Fcontract%2Flist", "ended=true");
    }

    @Test
    @Order(10)
    void failuresAreCountedTogetherAndHoldUpOnBoth() throws Exception {
        String row = " where subject_hash = '"
                + Sha256.hex("name:ruth".getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "'";
        for (int i = 0; i < 3; i++) {
            assertThat(opens(first, "Falsch-geraten-1")).isFalse();
            assertThat(opens(second, "Falsch-geraten-2")).isFalse();
        }
        assertThat(strings("select failures from failed_attempt" + row)).containsExactly("6");

        run("update failed_attempt set failures = 14, blocked_until = now()" + row);
        assertThat(opens(first, "Falsch-geraten-3")).isFalse();
        assertThat(opens(second, "Ein-Zimmer-nur5"))
                .as("the right one, minutes too early")
                .isFalse();
        assertThat(strings("select failures from failed_attempt" + row))
                .as("what is blocked is not counted")
                .containsExactly("15");
        run("update failed_attempt set blocked_until = now()" + row);
        assertThat(opens(second, "Ein-Zimmer-nur5")).isTrue();
        assertThat(strings("select failures from failed_attempt" + row)).isEmpty();
    }

    private static boolean opens(RunningApplication instance, String password) {
        return Session.of(instance).tryPassword("ruth", password).status() == 302;
    }

    @Test
    @Order(11)
    void aSessionThatEndsOnOneInstanceIsDeadOnTheOther() {
        Session here = Session.of(first, "lena", "Seite8-bitte!");
        Session there = Session.of(second, "lena", "Seite8-bitte!");
        Map<String, String> form =
                new HashMap<>(Session.fields(there.get("/account/me").text()));
        form.keySet().removeIf(name -> !name.startsWith("password-form") && !name.startsWith("jakarta.faces."));
        form.put("password-form:present", "Seite8-bitte!");
        form.put("password-form:password", "Halb-drei-nachts9");
        form.put("password-form:again", "Halb-drei-nachts9");
        Answer changed = there.post("/account/me", form);

        assertThat(changed.status()).as(changed.text()).isEqualTo(302);
        assertAskedToSignIn(here.get("/contract/list"));
        good(there.get("/contract/list"));

        String id = strings("select id from account where user_name = 'lena'").get(0);
        assertThat(first.api().post("/api/v1/accounts/" + id + "/closing").status())
                .isLessThan(300);
        assertAskedToSignIn(there.get("/contract/list"));
        assertThat(Session.of(second).tryPassword("lena", "Halb-drei-nachts9").status())
                .isNotEqualTo(302);
    }

    @Test
    @Order(12)
    void accessesGoWhenTheirTermSaysSoAndTheTrailForgetsWhereSignInsCameFrom() throws Exception {
        String latest = strings("select max(at) from access_entry").get(0);
        String signIns = "select id from trail_entry where event_name = 'signed-in' and at <= '" + latest + "'";
        assertThat(strings(signIns + " and opened like '%{\"fact\":%'")).isNotEmpty();
        int known = strings(signIns).size();

        // A run finds what is a second old; what was looked at just before it is the next run's.
        Patience.until("old accesses are gone", A_MINUTE, () -> {
            run("update job set due_at = now() where name = 'purge-access-log'");
            return strings("select id from access_entry where at <= '" + latest + "'")
                    .isEmpty();
        });
        Patience.until(
                "the trail has forgotten",
                A_MINUTE,
                () -> strings(signIns + " and opened like '%{\"fact\":%'").isEmpty());

        assertThat(strings(signIns)).as("what happened stays").hasSize(known);
        assertThat(strings("select clause from trail_entry where event_name = 'access-log-purged'"))
                .isNotEmpty()
                .containsOnly("360dialog-dpa DPA2-1-3-access-log-p1");
    }

    /**
     * The one that works loses its connection to our database, and with it the job, but not the one to the store: it does not
     * know, and would go on beside the other.
     */
    @Test
    @Order(12)
    void twoInstancesNeverActOnTheSameRuleAtOnce() {
        execute("create database chats");
        String chats = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/chats?user=postgres";
        // Batches are slow, so that there are many.
        execute(
                chats,
                "create table message (id int primary key, sent_at timestamptz);"
                        + "insert into message select x, now() - interval '2 years' from generate_series(1, 1600) x;"
                        + "create function slow() returns trigger language plpgsql as"
                        + " 'begin perform pg_sleep(0.004); return old; end';"
                        + "create trigger slow before delete on message for each row execute function slow()");
        String run = ruleAtWork();
        Patience.until("some batches are done", A_MINUTE, () -> settled(run) > 2);

        Patience.until(
                "whoever works has lost the job",
                A_MINUTE,
                () -> strings("select pg_terminate_backend(a.pid) from job j join pg_stat_activity a"
                                + " on a.backend_xid::text = j.xmax::text where j.name = 'run-retention'")
                        .contains("t"));
        assertThat(strings("select state from retention_run" + run)).containsExactly("running");
        Patience.until(
                "it is done",
                Duration.ofMinutes(2),
                () -> strings("select state from retention_run" + run).contains("done"));

        assertThat(strings("select done from retention_run" + run)).containsExactly("1600");
        String batches = " from retention_batch b where b.state = 'done' and b.run_id in (select id from retention_run"
                + run + ")";
        assertThat(strings("select sum(b.row_count)" + batches)).containsExactly("1600");
        assertThat(strings("select b.number" + batches + " and exists (select 1 from retention_batch o"
                        + " where o.run_id = b.run_id and o.number < b.number and o.state = 'done'"
                        + " and o.settled_at > b.taken_at)"))
                .as("batches that were begun before an earlier one was settled")
                .isEmpty();
    }

    /** @return where the rows are that tell of its run */
    private static String ruleAtWork() {
        String store = Agreements.made(first.api()
                        .post(
                                RETENTION + "stores",
                                json(Map.of(
                                        "processor", "okomo",
                                        "name", "Chats",
                                        "location", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/chats",
                                        "userName", "postgres"))))
                .getString("id");
        String rule = Agreements.made(first.api()
                        .post(
                                RETENTION + "rules",
                                json(Map.of(
                                        "store", store,
                                        "title", "Chats",
                                        "clause", "okomo-dpa 4-3",
                                        "period", "P12M",
                                        "table", "public.message",
                                        "ageColumn", "sent_at"))))
                .getString("id");
        String run = Agreements.made(first.api().post(RETENTION + "runs", json(Map.of("rule", rule))))
                .getString("id");
        String where = " where id = '" + run + "'";
        Patience.until(
                "it is counted",
                A_MINUTE,
                () -> strings("select state from retention_run" + where).contains("waiting"));
        good(second.api().withKey(DemoAccounts.keyOf("dora")).post(RETENTION + "runs/" + run + "/approval"));
        return where;
    }

    private static int settled(String run) {
        return strings("select id from retention_batch where state = 'done'"
                        + " and run_id in (select id from retention_run" + run + ")")
                .size();
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(13)
    void afterAllThatTheirTrailIsOneWholeChain() {
        List<String> paths = Stream.of(first, second)
                .map(instance -> instance.api().post("/api/v1/trail/verification"))
                .map(begun -> "/api/v1/trail/verification/" + begun.json().getString("id"))
                .toList();
        for (String path : paths) {
            Patience.until(
                    "it is finished",
                    A_MINUTE,
                    () -> first.api().get(path).json().getBoolean("finished"));
            JsonObject done = second.api().get(path).json();
            assertThat(done.getBoolean("whole")).as(done.toString()).isTrue();
        }
        assertThat(strings("select position from trail_entry where position is not null"))
                .doesNotHaveDuplicates();
    }

    private static Agreements api(RunningApplication instance) {
        return new Agreements(instance.api());
    }

    /** The Message-IDs of all that has arrived. */
    private static List<String> received() {
        return Stream.of(mail.getReceivedMessages())
                .map(TwoInstancesIT::messageId)
                .toList();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> strings(String query) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
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

    private static void run(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
