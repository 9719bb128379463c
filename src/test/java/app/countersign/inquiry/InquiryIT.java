package app.countersign.inquiry;

import static app.countersign.it.Agreements.fields;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Inquiries from their recording to their answer, over HTTP. Each is about a store of its own, and holds nothing else. */
class InquiryIT {

    private static final String AT = "/api/v1/inquiries";

    private final RunningApplication application = SharedApplication.get();
    private final ApiClient api = application.api();
    private final String mark = "okapi" + UUID.randomUUID().toString().substring(0, 8);

    private String store(String processor) {
        return made(api.post(
                        "/api/v1/retention/stores",
                        json(Map.of(
                                "processor",
                                processor,
                                "name",
                                "Ablage " + mark,
                                "kind",
                                "manual",
                                "location",
                                "Regal"))))
                .getString("id");
    }

    private Map<String, String> ofPerson() {
        return new TreeMap<>(Map.of(
                "processor",
                "oculavis",
                "kind",
                "person",
                "asker",
                "Rosa Quelle " + mark,
                "matter",
                "Auskunft und Kopie, Art. 15",
                "person",
                "rosa-" + mark,
                "store",
                store("oculavis")));
    }

    private JsonObject holdOf(String id) {
        return good(api.get("/api/v1/retention/holds"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(hold -> hold.containsKey("origin")
                        && hold.getJsonObject("origin").getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPersonsRunsByTheLawIsExtendedOnceAndEndsWithItsAnswer() {
        JsonObject made = made(api.post(AT, json(ofPerson())));
        String id = made.getString("id");
        String due = made.getString("dueAt");
        assertThat(made.getString("basis")).isEqualTo("gdpr 12(3)");
        assertThat(made.getString("asker")).contains(mark);

        JsonObject hold = holdOf(id);
        assertThat(hold.getBoolean("ofPerson")).isTrue();
        assertThat(hold.getString("reason")).isEqualTo(made.getString("number"));
        assertThat(hold.getJsonObject("origin").getString("kind")).isEqualTo("inquiry");
        problem(api.post("/api/v1/retention/holds/" + hold.getString("id") + "/lift"), 409);

        String one = AT + "/" + id;
        assertThat(fields(api.post(one + "/extension", json(Map.of("reason", " ")))))
                .containsExactly("reason");
        assertThat(fields(api.post(
                        one + "/extension",
                        json(Map.of(
                                "reason",
                                "Viele Systeme",
                                "until",
                                Agreements.today().plusYears(1).toString())))))
                .containsExactly("until");
        JsonObject extended = good(api.post(one + "/extension", json(Map.of("reason", "Viele Systeme"))))
                .json();
        assertThat(extended.getString("dueAt")).isGreaterThan(due);
        problem(api.post(one + "/extension", json(Map.of("reason", "Noch mehr Systeme"))), 409);

        assertThat(fields(api.post(one + "/answer", json(Map.of("answer", " ")))))
                .containsExactly("answer");
        JsonObject answered = good(api.post(one + "/answer", json(Map.of("answer", "Kopie als ZIP"))))
                .json();
        assertThat(answered.getString("state")).isEqualTo("answered");
        problem(api.post(one + "/answer", json(Map.of("answer", "Noch einmal"))), 409);
        assertThat(holdOf(id)).containsKey("liftedAt");

        List<JsonObject> trail = good(api.get("/api/v1/trail?object=" + id))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(trail)
                .extracting(entry -> entry.getString("event"))
                .contains("inquiry-recorded", "inquiry-extended", "inquiry-answered");
        assertThat(trail.toString()).doesNotContain("Rosa", "rosa-");
    }

    @Test
    void anAuthoritySetsADayAndWhatIsMissingIsSaidBesideItsField() {
        Map<String, String> entry = ofPerson();
        entry.putAll(Map.of("kind", "authority", "asker", "Aufsicht " + mark));
        assertThat(fields(api.post(AT, json(entry)))).containsExactly("basis");
        entry.put("basis", "Art. 58 Abs. 1 DSGVO");
        assertThat(fields(api.post(AT, json(entry)))).containsExactly("answerBy");
        entry.put("answerBy", Agreements.today().plusDays(14).toString());
        entry.put("receivedOn", Agreements.today().plusDays(2).toString());
        assertThat(fields(api.post(AT, json(entry)))).containsExactly("receivedOn");
        entry.remove("receivedOn");
        entry.put("contract", "XXX-1999-1");
        assertThat(fields(api.post(AT, json(entry)))).containsExactly("contract");
        entry.remove("contract");

        JsonObject made = made(api.post(AT, json(entry)));
        assertThat(made.getString("basis")).isEqualTo("Art. 58 Abs. 1 DSGVO");
        String one = AT + "/" + made.getString("id");
        assertThat(fields(api.post(one + "/extension", json(Map.of("reason", "Vereinbart")))))
                .containsExactly("until");
        good(api.post(
                one + "/extension",
                json(Map.of(
                        "reason",
                        "Vereinbart",
                        "until",
                        Agreements.today().plusDays(20).toString()))));

        Map<String, String> nothing = ofPerson();
        nothing.remove("person");
        nothing.remove("store");
        assertThat(fields(api.post(AT, json(nothing)))).containsExactly("person");
        problem(api.get(AT + "/" + UUID.randomUUID()), 404);

        JsonObject asAuditor =
                good(api.withKey(DemoAccounts.keyOf("anton")).get(one)).json();
        assertThat(asAuditor).doesNotContainKeys("asker", "person");
        good(api.post(one + "/answer", json(Map.of("answer", "Beantwortet"))));
    }

    @Test
    void whoeverHandlesItSeesItInTheListAndOnItsPage() {
        String store = store("okomo");
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "dora", "72-Stunden-Uhr");
        browser.get(application.address("/inquiry/new?lang=de").toString());
        Browser.pictures(browser, "inquiry-new");
        browser.findElement(By.id("inquiry:asker")).sendKeys("Rosa Quelle " + mark);
        browser.findElement(By.id("inquiry:matter")).sendKeys("Auskunft über alles, Kopie der Chats " + mark);
        Browser.leave(browser, browser.findElement(By.id("inquiry:send")));
        assertThat(browser.findElement(By.id("inquiry:person-message")).getText())
                .contains("Sagen Sie");
        assertThat(browser.findElement(By.id("inquiry:asker")).getAttribute("value"))
                .contains(mark);

        browser.findElement(By.id("inquiry:person")).sendKeys("rosa-" + mark);
        browser.findElement(By.cssSelector("option[value='okomo']")).click();
        browser.findElement(By.cssSelector("option[value='" + store + "']")).click();
        Browser.leave(browser, browser.findElement(By.id("inquiry:send")));
        String page = browser.getCurrentUrl();
        assertThat(browser.findElement(By.id("main")).getText())
                .contains("Rosa Quelle " + mark, "rosa-" + mark, "Art. 25 Abs. 7 DSG");
        Browser.pictures(browser, "inquiry-view");
        browser.get(application.address("/inquiry/list?lang=de").toString());
        assertThat(browser.findElement(By.id("main")).getText()).contains("Kopie der Chats " + mark);
        Browser.pictures(browser, "inquiry-list");
        browser.get(application.address("/retention/holds?lang=de").toString());
        assertThat(browser.findElement(By.id("main")).getText()).contains("rosa-" + mark);
        Browser.pictures(browser, "inquiry-holds");

        browser.get(page);
        browser.findElement(By.id("answering:answer")).sendKeys("Kopie als ZIP, mit Kennwort per Brief");
        Browser.leave(browser, browser.findElement(By.id("answering:send")));
        assertThat(browser.findElement(By.id("main")).getText()).contains("Kopie als ZIP", "sperrt nichts mehr");
        assertThat(browser.findElements(By.id("answering:send"))).isEmpty();
        Browser.pictures(browser, "inquiry-answered");
        assertThat(Browser.refusals()).isEmpty();
    }
}
