package app.countersign.announcement;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A change of sub-processors from its announcement to what the controllers answer. */
class AnnouncementIT {

    private static final String CHANGES = "/api/v1/sub-processor-changes";

    private final RunningApplication application = SharedApplication.get();
    private final ApiClient api = application.api();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private String subProcessor(String processor, String country, String... safeguards) {
        return made(api.post(
                        "/api/v1/sub-processors",
                        Json.createObjectBuilder()
                                .add("processor", processor)
                                .add("name", "Cloud " + mark)
                                .add("country", country)
                                .add("service", "Hosting")
                                .add("places", Json.createArrayBuilder(List.of(country)))
                                .add("safeguards", Json.createArrayBuilder(List.of(safeguards)))
                                .add("personal", "yes")
                                .add("basis", "signed")
                                .build()))
                .getString("id");
    }

    private static JsonObjectBuilder change(String kind, String subProcessor, LocalDate on) {
        return Json.createObjectBuilder()
                .add("kind", kind)
                .add("subProcessor", subProcessor)
                .add("on", on.toString())
                .add("words", "Mehr Leistung");
    }

    /** In force at once: oculavis' contracts are, with their service contract. */
    private JsonObject issued() {
        return issued("CH");
    }

    private JsonObject issued(String country) {
        return made(api.post(
                "/api/v1/contracts",
                Agreements.request("oculavis-dpa", "Kunde " + mark + " GmbH")
                        .add(
                                "controller",
                                Agreements.json(Map.of(
                                        "name",
                                        "Kunde " + country + " " + mark + " GmbH",
                                        "address",
                                        "Hauptstrasse 1",
                                        "country",
                                        country,
                                        "email",
                                        "recht@kunde.example")))
                        .add(
                                "mainContractSignedOn",
                                Agreements.today().minusDays(9).toString())
                        .build()));
    }

    private String contract() {
        return issued().getString("number");
    }

    private JsonObject announced(JsonObjectBuilder wish) {
        Answer answer = api.post(CHANGES, wish.build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String path = CHANGES + "/" + answer.json().getString("id");
        Patience.until(
                "everybody is told",
                Duration.ofMinutes(1),
                () -> good(api.get(path)).json().getBoolean("finished"));
        return good(api.get(path)).json();
    }

    private JsonObject notice(String change, String contract) {
        return good(api.get(CHANGES + "/" + change + "/notices?q=" + contract))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    @Test
    void everyContractIsToldByItsOwnClauseAndAnObjectionStopsTheChangeThereAlone() {
        String number = contract();
        // In the processor's own country: what leaves there has one law, not two.
        String other = issued("DE").getString("number");
        String cloud = subProcessor("oculavis", "DE");
        LocalDate on = Agreements.today().plusDays(30);

        Answer early = problem(
                api.post(
                        CHANGES,
                        change("new", cloud, Agreements.today().plusDays(9)).build()),
                422);
        assertThat(Agreements.fields(early)).containsExactly("on");
        JsonObject announced = announced(change("new", cloud, on));
        String id = announced.getString("id");

        assertThat(announced.getInt("told")).isGreaterThanOrEqualTo(announced.getInt("total"));
        JsonObject told = notice(id, number);
        assertThat(told.getString("clause")).isEqualTo("sub-processors-b");
        assertThat(told.getBoolean("silence")).isTrue();
        assertThat(told.getString("state")).isEqualTo("waiting");
        problem(api.post(CHANGES, change("new", cloud, on).build()), 409);
        assertThat(Agreements.fields(problem(
                        api.post(
                                CHANGES + "/" + id + "/objections",
                                Json.createObjectBuilder()
                                        .add("contract", number)
                                        .add("reason", " ")
                                        .build()),
                        422)))
                .containsExactly("reason");
        made(api.post(
                CHANGES + "/" + id + "/objections",
                Json.createObjectBuilder()
                        .add("contract", number)
                        .add("reason", "Wettbewerber")
                        .build()));

        assertThat(notice(id, number).getString("state")).isEqualTo("objected");
        assertThat(notice(id, other).getString("state")).isEqualTo("waiting");
        // Anybody may read what is announced, and not a word of who was told.
        ApiClient.Answer feed = Session.of(application).get("/portal/sub-processors.atom?of=oculavis");
        assertThat(feed.contentType()).startsWith("application/atom+xml");
        assertThat(feed.text()).contains("Cloud " + mark, id).doesNotContain(number, "Wettbewerber");
        assertThat(Session.of(application)
                        .get("/portal/sub-processors?of=oculavis")
                        .text())
                .contains("Cloud " + mark, on.getYear() + "")
                .doesNotContain(number, "Wettbewerber");
        assertThat(Session.of(application)
                        .get("/portal/sub-processors?of=nobody")
                        .status())
                .isEqualTo(404);
        // A task for the data protection officer, by the clause.
        assertThat(good(api.get("/api/v1/deadlines?subject=" + id)).text())
                .contains("answer-objection", "oculavis-dpa sub-processors-b");
        for (String event : List.of("announced", "told", "objected")) {
            assertThat(good(api.get("/api/v1/trail?object=" + id + "&event=sub-processor-change-" + event))
                            .json()
                            .getJsonArray("items"))
                    .as(event)
                    .isNotEmpty();
        }
        assertThat(good(api.get("/api/v1/sub-processors/" + cloud)).json().getString("since"))
                .isEqualTo(on.toString());
        problem(
                api.post(
                        CHANGES + "/" + id + "/consents",
                        Json.createObjectBuilder().add("contract", "OKO-1999-1").build()),
                422);
        made(api.post(
                CHANGES + "/" + id + "/consents",
                Json.createObjectBuilder().add("contract", number).build()));
        assertThat(notice(id, number).getString("state")).isEqualTo("consented");
        ApiClient olga = application.api().withKey(DemoAccounts.keyOf("olga"));
        problem(olga.get(CHANGES + "/" + id), 404);
        assertThat(good(olga.get(CHANGES)).text()).doesNotContain(mark);
    }

    @Test
    void whatAnyContractExcludesIsNotAnnounced() {
        String cloud = subProcessor("okomo", "CH");
        JsonObject wish = change("moved", cloud, Agreements.today().plusDays(40))
                .add("places", Json.createArrayBuilder(List.of("CH", "CN")))
                .build();

        Answer refused = problem(api.post(CHANGES, wish), 422);

        assertThat(Agreements.fields(refused)).containsExactly("places");
        assertThat(refused.text()).contains("China", "§ 6");
        problem(
                api.post(
                        CHANGES,
                        change("renamed", cloud, Agreements.today().plusDays(40))
                                .build()),
                422);
        problem(api.post(CHANGES, change("new", cloud, Agreements.today()).build()), 422);
        problem(api.get(CHANGES + "/" + UUID.randomUUID()), 404);
    }

    @Test
    void theCustomerReadsAndObjectsBehindThePersonalLink() {
        JsonObject issued = issued();
        String number = issued.getString("number");
        String token = issued.getString("portalUrl").replaceAll(".*/", "");
        String cloud = subProcessor("oculavis", "IE");
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "dora", "72-Stunden-Uhr");
        browser.get(application
                .address("/announcement/new?lang=de&sub-processor=" + cloud)
                .toString());
        Browser.picture(browser, "announcement-new");
        browser.findElement(By.id("change:words")).sendKeys("Die bisherige Anbieterin stellt den Betrieb ein.");
        browser.executeScript(
                "document.getElementById('change:on').value = arguments[0]",
                Agreements.today().plusDays(45).toString());
        browser.findElement(By.id("change:announce")).click();
        await(browser).until(ExpectedConditions.urlContains("/announcement/view?id="));
        String id = browser.getCurrentUrl().replaceAll(".*id=", "");
        Patience.until(
                "everybody is told",
                Duration.ofMinutes(1),
                () -> good(api.get(CHANGES + "/" + id)).json().getBoolean("finished"));
        browser.get(application.address("/announcement/view?id=" + id).toString());
        assertThat(browser.findElement(By.id("main")).getText()).contains("wartet auf Antwort", "Cloud " + mark);
        Browser.picture(browser, "announcement-view");

        browser.manage().deleteAllCookies();
        browser.get(application
                .address("/portal/change?lang=de&link=" + token + "&change=" + id)
                .toString());
        assertThat(browser.findElement(By.id("main")).getText()).contains("Cloud " + mark, "widersprechen");
        Browser.picture(browser, "portal-change");
        Browser.leave(browser, browser.findElement(By.id("answer:object")));
        assertThat(browser.findElement(By.id("main")).getText()).contains("Bitte füllen Sie dieses Feld aus");
        browser.findElement(By.id("answer:reason")).sendKeys("Die Anbieterin ist ein Mitbewerber <b>.");
        Browser.leave(browser, browser.findElement(By.id("answer:object")));
        assertThat(browser.findElement(By.id("main")).getText()).contains("widersprochen", "Mitbewerber <b>");
        assertThat(notice(id, number).getString("state")).isEqualTo("objected");
        browser.get(application
                .address("/portal/change?lang=de&link=nothing&change=" + id)
                .toString());
        assertThat(browser.findElement(By.id("main")).getText()).doesNotContain(mark);
    }

    private static WebDriverWait await(ChromeDriver browser) {
        return new WebDriverWait(browser, Duration.ofMinutes(1));
    }
}
