package app.countersign.retention;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.document.PdfA;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules from their store to their protocol, over HTTP, on a database of another process. */
class RetentionIT {

    private static final String BASE = "/api/v1/retention/";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final ApiClient api = SharedApplication.get().api();
    private final ApiClient dora = SharedApplication.get().api().withKey(DemoAccounts.keyOf("dora"));
    private final String mark = "gnu" + UUID.randomUUID().toString().substring(0, 8);
    private Server server;
    private Connection chats;

    @BeforeEach
    void makeDatabase() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        chats = DriverManager.getConnection("jdbc:h2:mem:" + mark + ";DB_CLOSE_DELAY=-1", "sa", "geheim-" + mark);
        run("create table message (id bigint primary key, sent_at timestamp with time zone, author varchar(60));"
                + "create table attachment (id bigint primary key, message_id bigint references message (id));"
                + "insert into message select x, current_timestamp - x * interval '1' day, 'p' || mod(x, 10)"
                + " from system_range(1, 1000);"
                + "insert into attachment select x, x from system_range(1, 1000)");
    }

    @AfterEach
    void stop() throws SQLException {
        run("shutdown");
        server.stop();
    }

    private void run(String sql) throws SQLException {
        Product.run(chats, sql);
    }

    private long count(String table) throws SQLException {
        return Long.parseLong(Product.answer(chats, "select count(*) from " + table));
    }

    private String store() {
        JsonObject store = made(api.post(
                BASE + "stores",
                Json.createObjectBuilder()
                        .add("processor", "okomo")
                        .add("name", "Chats " + mark)
                        .add("location", "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + mark)
                        .add("userName", "sa")
                        .add("password", "geheim-" + mark)
                        .add("backupsKept", "P30D")
                        .build()));
        assertThat(store.containsKey("problem")).as(store.toString()).isFalse();
        assertThat(store.toString()).doesNotContain("geheim");
        return store.getString("id");
    }

    private JsonObjectBuilder rule(String store) {
        return Json.createObjectBuilder()
                .add("store", store)
                .add("title", "Chats " + mark)
                .add("categories", "end-customer staff")
                .add("clause", "okomo-dpa 4-3")
                .add("period", "P12M")
                .add("table", "PUBLIC.MESSAGE")
                .add("ageColumn", "SENT_AT")
                .add("subjectColumn", "AUTHOR");
    }

    private JsonObject awaited(String run, String state) {
        Patience.until(
                "the run is " + state,
                A_MINUTE,
                () -> runOf(run).getString("state").equals(state));
        return runOf(run);
    }

    private JsonObject runOf(String id) {
        return good(api.get(BASE + "runs/" + id)).json();
    }

    private static JsonObject only(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    /** So that it can be read, changed and sent again. */
    @Test
    void aRuleIsToldAsItWasWritten() {
        JsonObject told = made(api.post(
                BASE + "rules",
                rule(store())
                        .add("fate", "anonymise")
                        .add("conditions", "AUTHOR = p1")
                        .add("replacements", "AUTHOR = null")
                        .build()));

        assertThat(told.getJsonArray("conditions")).hasToString("[\"AUTHOR = p1\"]");
        assertThat(told.getJsonArray("replacements")).hasToString("[\"AUTHOR = null\"]");
    }

    @Test
    void aRuleIsTriedCountedApprovedDoneAndProven() throws Exception {
        String rule = made(api.post(BASE + "rules", rule(store()).build())).getString("id");
        JsonObject trial = good(api.post(BASE + "rules/" + rule + "/trial")).json();
        assertThat(trial.getJsonArray("statements").toString())
                .contains(
                        "delete from \\\"PUBLIC\\\".\\\"ATTACHMENT\\\"", "delete from \\\"PUBLIC\\\".\\\"MESSAGE\\\"");
        assertThat(trial.getJsonArray("excessGrants").getString(0)).isEqualTo("ADMIN");

        String hold = made(api.post(
                        BASE + "holds",
                        Json.createObjectBuilder()
                                .add("processor", "okomo")
                                .add("person", "p7")
                                .add("reason", "Rechtsstreit " + mark)
                                .build()))
                .getString("id");
        JsonObject preview = good(api.post(BASE + "rules/" + rule + "/preview")).json();
        long expired = preview.getInt("expired");
        assertThat(expired + preview.getInt("held")).isBetween(632L, 636L);
        assertThat(preview.getInt("held")).isBetween(63, 64);

        String run = made(api.post(BASE + "runs", only("rule", rule))).getString("id");
        assertThat(awaited(run, "waiting").getString("waitsFor")).isEqualTo("Die Regel ist neu.");
        assertThat(made(api.post(BASE + "runs", only("rule", rule))).getString("id"))
                .isEqualTo(run);
        assertThat(problem(api.post(BASE + "runs/" + run + "/approval"), 409).text())
                .contains("zweite Person");
        assertThat(count("message")).isEqualTo(1000);
        good(dora.post(BASE + "runs/" + run + "/approval"));

        JsonObject done = awaited(run, "done");
        assertThat(done.getInt("done")).isEqualTo((int) expired);
        assertThat(done.getJsonObject("counts").getInt("PUBLIC.ATTACHMENT")).isEqualTo((int) expired);
        assertThat(count("message")).isEqualTo(1000 - expired);
        assertThat(count("attachment")).isEqualTo(1000 - expired);
        assertThat(Product.answer(chats, "select count(*) from message where author = 'p7'"))
                .isEqualTo("100");

        Patience.until("the protocol is there", A_MINUTE, () -> runOf(run).containsKey("protocol"));
        JsonObject protocol =
                good(api.get(BASE + "runs/" + run + "/protocol.json")).json();
        assertThat(protocol.getString("clause")).isEqualTo("okomo-dpa 4-3");
        assertThat(protocol.getInt("rows")).isEqualTo((int) expired);
        assertThat(protocol.toString()).doesNotContain("p7", "Rechtsstreit", "Dora");
        Answer pdf = good(api.get(BASE + "runs/" + run + "/protocol.pdf"));
        assertThat(PdfA.complaints(pdf.body())).isEmpty();
        assertThat(pdf.text()).contains("/ETSI.CAdES.detached");
        assertThat(asked(run, "900")).isTrue();
        assertThat(asked(run, "907")).isFalse();
        assertThat(asked(run, "1")).isFalse();

        good(api.post(BASE + "holds/" + hold + "/lift"));
        problem(api.post(BASE + "holds/" + hold + "/lift"), 409);
        String next = made(api.post(BASE + "runs", only("rule", rule))).getString("id");
        awaited(next, "done");
        assertThat(Product.answer(chats, "select count(*) from message where author = 'p7'"))
                .isNotEqualTo("100");
        pagesTellOfIt(rule, run);
    }

    /** One breach that concerns one controller of the two whose rows lie there: of data that no contract there has. */
    @Test
    void anOpenBreachHoldsTheRowsOfWhomItConcernsUntilItIsClosed() throws Exception {
        run("alter table message add column tenant varchar(9); update message set tenant = 'T' || mod(id, 2)");
        String store = store();
        String rule = made(api.post(
                        BASE + "rules",
                        rule(store).add("controllerColumn", "TENANT").build()))
                .getString("id");
        String contract = new Agreements(api).accepted("okomo-dpa", "Betroffene " + mark);
        JsonObject inForce =
                good(api.post(Agreements.at(contract, "/countersignature"))).json();
        made(api.post(
                BASE + "stores/" + store + "/tenants",
                Json.createObjectBuilder()
                        .add("tenant", "T1")
                        .add("controller", inForce.getString("number"))
                        .build()));
        Session dpo = Session.of(SharedApplication.get(), "dora", "72-Stunden-Uhr");
        assertThat(dpo.get("/retention/stores?id=" + store).text()).contains("T1", "Betroffene " + mark);
        JsonObject breach = made(api.post(
                "/api/v1/breaches",
                Json.createObjectBuilder()
                        .add("title", "Kopie " + mark)
                        .add("processors", Json.createArrayBuilder().add("okomo"))
                        .add("dataCategories", Json.createArrayBuilder().add("customer-data"))
                        .build()));
        String path = "/api/v1/breaches/" + breach.getString("id");
        assertThat(held(rule)).isZero();

        JsonObject wider = good(api.post(path + "/controllers", only("contract", inForce.getString("number"))))
                .json();
        String concern = path + "/controllers/"
                + wider.getJsonArray("controllers").getJsonObject(0).getString("id");
        assertThat(held(rule)).isBetween(316, 318);
        JsonObject hold = holdOf(breach);
        assertThat(hold.getJsonObject("origin").getString("kind")).isEqualTo("breach");
        assertThat(hold.getJsonObject("origin").getString("clause")).isEqualTo("gdpr 33(5)");
        String number = breach.getString("number");
        assertThat(problem(api.post(BASE + "holds/" + hold.getString("id") + "/lift"), 409)
                        .text())
                .contains("solange " + number + " offen ist");
        assertThat(dpo.get("/retention/holds").text())
                .contains("/breach/view?id=" + breach.getString("id"), "bis " + number, "Art. 33 Abs. 5 DSGVO");

        good(api.post(concern + "/exclusion", only("reason", "Anderer Mandant.")));
        assertThat(held(rule)).isZero();
        good(api.post(concern + "/confirmation"));
        assertThat(held(rule)).isPositive();
        good(api.post(concern + "/exclusion", only("reason", "Doch nicht.")));
        close(path);
        assertThat(holdOf(breach)).containsKey("liftedAt");
        assertThat(trailOf(hold))
                .containsExactly("gdpr 33(5) retention-hold-lifted", "gdpr 33(5) retention-hold-placed");

        JsonObject byHand = made(api.post(
                BASE + "holds",
                Json.createObjectBuilder()
                        .add("processor", "okomo")
                        .add("controller", inForce.getString("number"))
                        .add("reason", "Anfrage " + mark)
                        .build()));
        assertThat(byHand.getString("controller"))
                .isEqualTo(inForce.getJsonObject("controller").getString("id"));
        assertThat(byHand).doesNotContainKey("origin");
        problem(api.post(BASE + "holds", json(Map.of("processor", "okomo", "reason", "Alles " + mark))), 422);
        JsonObject whole = made(api.post(BASE + "holds", json(Map.of("store", store, "reason", "Alles " + mark))));
        assertThat(held(rule)).isBetween(632, 636);
        good(api.post(BASE + "holds/" + whole.getString("id") + "/lift"));
        assertThat(held(rule)).isPositive();
        good(api.post(BASE + "holds/" + byHand.getString("id") + "/lift"));
        good(api.post(path + "/reopening", only("reason", "Eine zweite Kopie.")));
        assertThat(holdOf(breach).getString("id")).isNotEqualTo(hold.getString("id"));
        assertThat(holdOf(breach)).doesNotContainKey("liftedAt");
        close(path);
        good(api.post(BASE + "rules/" + rule + "/rest"));
    }

    private int held(String rule) {
        return good(api.post(BASE + "rules/" + rule + "/preview")).json().getInt("held");
    }

    /** The newest one. */
    private JsonObject holdOf(JsonObject breach) {
        return good(api.get(BASE + "holds")).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(hold -> hold.containsKey("origin")
                        && hold.getJsonObject("origin").getString("id").equals(breach.getString("id")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> trailOf(JsonObject hold) {
        return good(api.get("/api/v1/trail?object=" + hold.getString("id")))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(row -> row.getString("clause") + " " + row.getString("event"))
                .sorted()
                .toList();
    }

    /** With the same data as before: other data would concern others. */
    @Test
    void anInquiryHoldsTheRowsOfWhomItIsAboutUntilItIsAnswered() {
        String store = store();
        String rule = made(api.post(BASE + "rules", rule(store).build())).getString("id");
        JsonObject before = good(api.post(BASE + "rules/" + rule + "/preview")).json();

        String inquiry = made(api.post(
                        "/api/v1/inquiries",
                        json(Map.of(
                                "processor",
                                "okomo",
                                "kind",
                                "person",
                                "asker",
                                "Rosa " + mark,
                                "matter",
                                "Auskunft " + mark,
                                "store",
                                store,
                                "person",
                                "p3"))))
                .getString("id");

        JsonObject held = good(api.post(BASE + "rules/" + rule + "/preview")).json();
        assertThat(held.getInt("held") - before.getInt("held")).isBetween(63, 64);
        assertThat(held.getInt("expired") + held.getInt("held"))
                .isBetween(
                        before.getInt("expired") + before.getInt("held"),
                        before.getInt("expired") + before.getInt("held") + 1);

        good(api.post("/api/v1/inquiries/" + inquiry + "/answer", json(Map.of("answer", "Kopie " + mark))));
        assertThat(good(api.post(BASE + "rules/" + rule + "/preview")).json().getInt("held"))
                .isEqualTo(before.getInt("held"));
    }

    private void close(String breach) {
        good(api.put(
                breach,
                Json.createObjectBuilder()
                        .add("title", "Kopie " + mark)
                        .add("dataCategories", Json.createArrayBuilder().add("customer-data"))
                        .add("consequences", "Keine.")
                        .add("measures", "Vernichtet.")
                        .add("version", good(api.get(breach)).json().getJsonNumber("version"))
                        .build()));
        good(api.post(breach + "/closing", only("reason", "Alles erledigt.")));
    }

    /** Other tests' rules look for the same person, in vain; whatever becomes of them is no matter here. */
    @Test
    void onePersonsDataGoesAndNobodyCanTellWhoseItWas() throws Exception {
        String person = "Anna-" + mark;
        run("update message set author = '" + person + "' where id in (1, 2, 3, 900)");
        String rule = made(api.post(BASE + "rules", rule(store()).build())).getString("id");
        String portal = made(api.post(
                        BASE + "stores",
                        Json.createObjectBuilder()
                                .add("processor", "okomo")
                                .add("name", "HubSpot " + mark)
                                .add("kind", "manual")
                                .add("location", "HubSpot")
                                .build()))
                .getString("id");
        problem(api.post(BASE + "erasures", erasure(person, "Von " + person)), 422);
        String erasure = made(api.post(BASE + "erasures", erasure(person, "Anfrage 12 " + mark)))
                .getString("id");

        assertThat(part(erasure, rule, "waiting").getInt("expired")).isEqualTo(4);
        problem(api.post(BASE + "erasures/" + erasure + "/approval"), 409);
        problem(dora.post(BASE + "runs/" + part(erasure, rule, "waiting").getString("run") + "/approval"), 409);
        Session dpo = Session.of(SharedApplication.get(), "dora", "72-Stunden-Uhr");
        assertThat(dpo.get("/retention/erasure?id=" + erasure).text()).contains(person, "Freigeben und löschen");
        Session auditor = Session.of(SharedApplication.get(), "anton", "Nachweis-fuer-alles1");
        assertThat(auditor.get("/retention/erasure?id=" + erasure).text()).doesNotContain(person);
        good(dora.post(BASE + "erasures/" + erasure + "/approval"));

        assertThat(part(erasure, rule, "done").getInt("done")).isEqualTo(4);
        assertThat(count("message")).isEqualTo(996);
        assertThat(count("attachment")).isEqualTo(996);
        deletedByHand(erasure, person);
        api.post(BASE + "erasures/" + erasure + "/stop");
        Patience.until(
                "the protocol is there", A_MINUTE, () -> erasureOf(erasure).containsKey("protocol"));
        assertThat(erasureOf(erasure).toString()).doesNotContain(person);
        assertThat(good(api.get(BASE + "erasures/" + erasure + "/protocol.json"))
                        .text())
                .doesNotContain(person)
                .contains("HMAC-SHA-256", "\"where\":\"HubSpot " + mark + "\",\"state\":\"done\"");
        assertThat(PdfA.complaints(good(api.get(BASE + "erasures/" + erasure + "/protocol.pdf"))
                        .body()))
                .isEmpty();
        assertThat(good(api.post(BASE + "erasures/" + erasure + "/proof", only("person", person)))
                        .json()
                        .getBoolean("concerned"))
                .isTrue();
        assertThat(dpo.get("/retention/erasure?id=" + erasure).text())
                .doesNotContain(person)
                .contains("vergessen");
        assertThat(dpo.get("/retention/erasures").text())
                .contains("Anfrage 12 " + mark)
                .doesNotContain(person);
        good(api.post(BASE + "rules/" + rule + "/rest"));
        api.delete(BASE + "stores/" + portal);
    }

    /** Where only people reach: they are told whom it is about until they have done it. */
    private void deletedByHand(String erasure, String person) {
        JsonObject order = erasureOf(erasure).getJsonArray("byHand").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("where").equals("HubSpot " + mark))
                .findFirst()
                .orElseThrow();
        assertThat(order.getString("state")).isEqualTo("open");
        assertThat(Instant.parse(order.getString("dueAt")))
                .isAfter(Instant.now().plus(Duration.ofDays(27)));
        assertThat(erasureOf(erasure)).doesNotContainKey("endedAt");
        String deletion = order.getString("deletion");
        Session dpo = Session.of(SharedApplication.get(), "dora", "72-Stunden-Uhr");
        assertThat(dpo.get("/deletion/view?id=" + deletion).text()).contains(person);
        assertThat(dpo.get("/retention/erasure?id=" + erasure).text())
                .contains("HubSpot " + mark, order.getString("number"));
        assertThat(Session.of(SharedApplication.get(), "anton", "Nachweis-fuer-alles1")
                        .get("/deletion/view?id=" + deletion)
                        .text())
                .contains("HubSpot " + mark)
                .doesNotContain(person);
        JsonObject told = good(api.post(
                        "/api/v1/deletions/" + deletion + "/proof", only("statement", "Dort ist nichts mehr.")))
                .json();
        assertThat(told.getString("erasure")).isEqualTo(erasure);
        assertThat(dpo.get("/deletion/view?id=" + deletion).text()).doesNotContain(person);
    }

    private static JsonObject erasure(String person, String reason) {
        return Json.createObjectBuilder()
                .add("processor", "okomo")
                .add("persons", Json.createArrayBuilder().add(person).add("4711"))
                .add("clause", "gdpr 17")
                .add("reason", reason)
                .build();
    }

    private JsonObject erasureOf(String id) {
        return good(api.get(BASE + "erasures/" + id)).json();
    }

    private JsonObject part(String erasure, String rule, String state) {
        Patience.until(
                "the rule's part is " + state,
                A_MINUTE,
                () -> part(erasure, rule).getString("state").equals(state));
        return part(erasure, rule);
    }

    private JsonObject part(String erasure, String rule) {
        return erasureOf(erasure).getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                .filter(part -> part.getString("rule").equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private boolean asked(String run, String key) {
        return good(api.post(BASE + "runs/" + run + "/proof", only("key", key)))
                .json()
                .getBoolean("taken");
    }

    private void pagesTellOfIt(String rule, String run) {
        Session dpo = Session.of(SharedApplication.get(), "dora", "72-Stunden-Uhr");
        assertThat(dpo.get("/retention/list").text()).contains("Chats " + mark, "12 Monate", "Hotjar");
        assertThat(dpo.get("/retention/rule?id=" + rule).text()).contains("§ 4", "SENT_AT", "Jetzt ausführen");
        assertThat(dpo.get("/retention/run?id=" + run).text()).contains("erledigt", "Protokoll (PDF)");
        assertThat(dpo.get("/retention/stores").text()).contains("Chats " + mark, "erreichbar");
        assertThat(dpo.get("/retention/holds").text()).contains("Rechtsstreit " + mark);
        Session auditor = Session.of(SharedApplication.get(), "anton", "Nachweis-fuer-alles1");
        assertThat(auditor.get("/retention/run?id=" + run).text()).contains("erledigt");
        assertThat(auditor.get("/retention/rule?id=" + rule).text()).doesNotContain("Jetzt ausführen");
        Session other = Session.of(SharedApplication.get(), "emil", "Zwei-Mandate-1");
        assertThat(other.get("/retention/list").text()).doesNotContain(mark);
        assertThat(other.get("/retention/rule?id=" + rule).status()).isEqualTo(404);
        assertThat(other.get("/retention/run?id=" + run).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeIsRefusedBesideItsField() throws Exception {
        for (String url : List.of("", "jdbc:h2:mem:retention", "jdbc:postgresql://x/y?socketFactory=z", "x")) {
            Answer answer = problem(
                    api.post(
                            BASE + "stores",
                            Json.createObjectBuilder()
                                    .add("processor", "okomo")
                                    .add("name", "x")
                                    .add("location", url)
                                    .build()),
                    422);
            assertThat(answer.text()).as(url).contains("\"location\"");
        }
        String store = store();
        for (String[] wrong : new String[][] {
            {"table", "PUBLIC.NOTHING", "table"},
            {"ageColumn", "GONE", "ageColumn"},
            {"ageForm", "date", "ageForm"},
            {"period", "a year", "period"},
            {"conditions", "1 = 1; drop", "conditions"},
            {"fate", "anonymise", "replacements"},
            {"subjectColumn", "NOBODY", "subjectColumn"}
        }) {
            Answer answer = problem(
                    api.post(BASE + "rules", rule(store).add(wrong[0], wrong[1]).build()), 422);
            assertThat(answer.text()).as(wrong[0]).contains("\"" + wrong[2] + "\"");
        }
        String rule = made(api.post(BASE + "rules", rule(store).build())).getString("id");
        problem(api.delete(BASE + "stores/" + store), 409);
        run("alter table message drop column sent_at");
        problem(api.post(BASE + "rules/" + rule + "/preview"), 409);
        String run = made(api.post(BASE + "runs", only("rule", rule))).getString("id");
        assertThat(awaited(run, "failed").getString("problem")).contains("SENT_AT");
        assertThat(count("message")).isEqualTo(1000);
    }
}
