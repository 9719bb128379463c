package app.countersign.accesslog;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;

/** Who looked at what, and that somebody looks at that. */
class AccessLogIT {

    private static final String LOG = "/api/v1/access-log";
    private static final String REVIEWS = LOG + "/reviews";

    private static RunningApplication application;
    private static JsonObject contract;
    private static String id;

    @BeforeAll
    static void start() {
        application = SharedApplication.get();
        contract = new Agreements(application.api()).issued("okomo-dpa", "Blickfang AG");
        id = contract.getString("id");
    }

    private static List<JsonObject> log(String query) {
        return good(application.api().get(LOG + "?limit=200&" + query))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    @Test
    void aLookIsWrittenDownOnceWithWhoseDataByWhomFromWhereAndByWhichDoor() {
        Session lena = Session.of(application, "lena", "Seite8-bitte!");
        lena.get("/contract/view?id=" + id);
        lena.get("/contract/view?id=" + id + "&tab=terms");
        lena.get("/contract/view?number=" + contract.getString("number"));
        lena.get("/contract/document?id=" + id + "&kind=issued");
        application.api().get("/api/v1/contracts/" + id);

        List<JsonObject> pages = log("person=Lena Ott&object=".replace(" ", "%20") + id);
        assertThat(pages).extracting(one -> one.getString("act")).containsExactlyInAnyOrder("download", "view");
        JsonObject look = pages.get(0);
        assertThat(look.getString("who")).isEqualTo("Lena Ott");
        assertThat(look.getString("door")).isEqualTo("page");
        assertThat(look.getString("from")).isEqualTo("127.0.0.1");
        assertThat(look.getString("object")).isEqualTo("contract");
        assertThat(look.getString("processor")).isNotBlank();
        JsonObject program = log("person=automation&act=view&object=" + id).get(0);
        assertThat(program.getString("door")).isEqualTo("api");
        assertThat(program.getString("key")).isNotBlank();
    }

    @Test
    void aCustomersLookIsWrittenDownAndTheLinkIsNot() {
        String url = contract.getString("portalUrl");
        String link = url.substring(url.lastIndexOf('/') + 1);
        good(Session.of(application).get("/portal/contract?link=" + link));

        List<JsonObject> looks = log("object=" + id).stream()
                .filter(one -> one.getString("door").equals("link"))
                .toList();
        assertThat(looks).hasSize(1);
        assertThat(looks.get(0).getString("kind")).isEqualTo("customer");
        assertThat(good(application.api().get(LOG + "?limit=200")).text()).doesNotContain(link);
    }

    @Test
    void signInsFailuresAndRefusalsAreInItAndOtherProcessorsSeeNothingOfAnyOfIt() {
        Session olga = Session.of(application, "olga", "Nur-Okomo-bitte1");
        assertThat(olga.get("/access-log/list").status()).isEqualTo(403);
        fail("ruth");
        fail("ruth");

        assertThat(log("person=olga%20frick&act=sign-in")).isNotEmpty();
        assertThat(log("person=olga%20frick&act=refused").get(0).getString("object"))
                .isEqualTo("access-log");
        JsonObject failed = log("act=sign-in-failed&object=account").get(0);
        assertThat(failed.getInt("times")).isGreaterThan(1);
        assertThat(failed.containsKey("pseudonym"))
                .as("nobody has shown who they are")
                .isFalse();

        Session emil = Session.of(application, "emil", "Zwei-Mandate-1");
        String seen = good(emil.get("/access-log/list")).text();
        assertThat(seen).doesNotContain(id, "Olga Frick", "Anmeldung gescheitert</span>");
        assertThat(emil.get("/access-log/list.csv").text()).doesNotContain(id, "sign-in");
        assertThat(good(emil.get("/access-log/review")).text()).contains("die für alle zuständig sind");
    }

    private static void fail(String user) {
        Session nobody = Session.of(application);
        Map<String, String> fields = Session.fields(nobody.get("/sign-in").text());
        fields.put("form:user", user);
        fields.put("form:password", "Falsch-geraten-1");
        nobody.post("/sign-in", fields);
    }

    @Test
    void theTableSaysTheSameAndThatItWasTakenIsOnRecord() {
        application.api().get("/api/v1/contracts/" + id);
        Session anton = Session.of(application, "anton", "Nachweis-fuer-alles1");
        Answer table = good(anton.get("/access-log/list.csv?object=" + id));

        assertThat(table.contentType()).startsWith("text/csv");
        assertThat(table.text().lines().findFirst().orElse("")).contains("\"Wann\",\"Wer\"");
        assertThat(table.text().lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(id));
        assertThat(log("person=anton%20frei&act=export")).isNotEmpty();
        assertThat(good(application.api().get("/api/v1/trail?event=access-log-exported&person=anton%20frei"))
                        .text())
                .contains("csv");
    }

    @Test
    void whatIsNoFilterIsSaidToBeNone() {
        assertThat(problem(application.api().get(LOG + "?act=theft"), 422).text())
                .contains("export", "view");
        problem(application.api().get(LOG + "?from=yesterday"), 422);
        assertThat(good(application.api().get(LOG + "?cursor=nonsense&limit=-1"))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        JsonObject first = good(application.api().get(LOG + "?limit=2")).json();
        JsonObject second = good(application.api().get(LOG + "?limit=2&cursor=" + first.getString("next")))
                .json();
        assertThat(second.getJsonArray("items")).doesNotContainAnyElementsOf(first.getJsonArray("items"));
    }

    @Test
    void theReviewIsADutyWithADeadlineThatIsMetByWhoeverHasLooked() {
        JsonObject due = due();
        assertThat(due.getString("clause")).isEqualTo("okomo-dpa A-1-use-3");
        assertThat(due.getJsonObject("summary").getJsonArray("counts").toString())
                .contains("sign-in");
        String review = due.getString("id");
        assertThat(deadline(review, "running").getString("rule")).isEqualTo("P1M");

        problem(application.api().post(REVIEWS, json(Map.of("remarks", " "))), 422);
        problem(application.api().post(REVIEWS, json(Map.of("remarks", "x".repeat(1001)))), 422);
        problem(application.api().post(REVIEWS), 422);
        problem(
                application
                        .api()
                        .post(REVIEWS, json(Map.of("remarks", "a", "review", "00000000-0000-4000-8000-000000000000"))),
                404);
        Answer done = application.api().post(REVIEWS, json(Map.of("remarks", "=Nichts Auffälliges", "review", review)));

        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(done.json().getString("confirmedBy")).isEqualTo("Automation");
        assertThat(done.json().getJsonObject("figures")).containsKeys("sign-in", "unusual-hours", "new-addresses");
        assertThat(deadline(review, "met").getString("kind")).isEqualTo("review-access-log");
        assertThat(due().getString("id")).isNotEqualTo(review);
        assertThat(due().getString("from")).isEqualTo(done.json().getString("until"));
        problem(application.api().post(REVIEWS, json(Map.of("remarks", "again", "review", review))), 409);
        assertThat(good(application.api().get("/api/v1/trail?event=access-log-reviewed"))
                        .text())
                .contains("okomo-dpa A-1-use-3");
    }

    @Test
    void whoWaivesTheDeadlineWaivesThisReviewAndNotTheNext() {
        String review = due().getString("id");
        String deadline = deadline(review, "running").getString("id");

        good(application
                .api()
                .post("/api/v1/deadlines/" + deadline + "/waiver", json(Map.of("reason", "Betriebsferien"))));

        Patience.until(
                "the next one is due",
                Duration.ofMinutes(2),
                () -> !due().getString("id").equals(review));
        JsonObject waived = good(application.api().get(REVIEWS))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(waived.getString("id")).isEqualTo(review);
        assertThat(waived).doesNotContainKey("confirmedBy");
        deadline(due().getString("id"), "running");
    }

    private static JsonObject due() {
        Patience.until(
                "a review is due",
                Duration.ofMinutes(1),
                () -> good(application.api().get(REVIEWS)).json().containsKey("due"));
        return application.api().get(REVIEWS).json().getJsonObject("due");
    }

    private static JsonObject deadline(String review, String state) {
        return good(application.api().get("/api/v1/deadlines?state=" + state + "&subject=" + review))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    @Test
    void thePagesShowItAndADataProtectionOfficerConfirms() {
        due();
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "dora", "72-Stunden-Uhr");
        browser.get(application.address("/access-log/list?lang=de").toString());
        Browser.picture(browser, "access-log-list");
        assertThat(browser.findElement(By.id("main")).getText()).contains("(Anhang DPA2 Ziff. 1.3");

        browser.get(application.address("/access-log/review").toString());
        Browser.picture(browser, "access-log-review");
        Browser.leave(browser, browser.findElement(By.id("review:confirm")));
        assertThat(browser.findElement(By.id("review:remarks-message")).getText())
                .contains("was Sie festgestellt haben");
        browser.findElement(By.id("review:remarks"))
                .sendKeys("Nichts Auffälliges; alle Ausleitungen waren angekündigt.");
        Browser.leave(browser, browser.findElement(By.id("review:confirm")));
        assertThat(browser.findElement(By.id("main")).getText())
                .contains("Die Kontrolle ist festgehalten", "Dora Weber", "alle Ausleitungen waren angekündigt");

        browser.manage().window().setSize(new Dimension(420, 1400));
        browser.get(application.address("/access-log/review?lang=en").toString());
        Browser.picture(browser, "access-log-review-narrow");
        browser.get(application.address("/access-log/list").toString());
        Browser.picture(browser, "access-log-list-narrow");
        browser.manage().window().setSize(new Dimension(1280, 900));
        browser.get(application.address("/?lang=de").toString());
    }
}
