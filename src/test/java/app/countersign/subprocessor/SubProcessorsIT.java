package app.countersign.subprocessor;

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
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The register of sub-processors, over the API and on its pages. */
class SubProcessorsIT {

    private static final String ALL = "/api/v1/sub-processors";

    private final RunningApplication application = SharedApplication.get();
    private final ApiClient api = application.api();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private JsonObjectBuilder entry(String processor, String name, String country, String... places) {
        return Json.createObjectBuilder()
                .add("processor", processor)
                .add("name", name)
                .add("country", country)
                .add("service", "Hosting " + mark)
                .add("places", Json.createArrayBuilder(List.of(places)))
                .add("personal", "yes")
                .add("basis", "signed");
    }

    private List<JsonObject> listed(ApiClient who, String query) {
        return good(who.get(ALL + query)).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** The demonstration is made in the background, and this one last. */
    private void awaitRegisters() {
        Patience.until(
                "the registers are loaded",
                Duration.ofMinutes(3),
                () -> listed(api, "?processor=360dialog&q=mixpanel").size() == 1
                        && listed(api, "?processor=okomo&q=virtido").size() == 1);
    }

    @Test
    void theRegistersAreCompleteAsTheDocumentsPrintThem() {
        awaitRegisters();

        assertThat(listed(api, "?processor=360dialog&limit=200").stream()
                        .filter(one -> one.getString("document", "").equals("Anhang DPA3")))
                .hasSize(10);
        assertThat(listed(api, "?processor=okomo&limit=200").stream()
                        .filter(one -> one.getString("document", "").startsWith("Datenschutzerklärung")))
                .extracting(one -> one.getString("name"))
                .containsExactlyInAnyOrder(
                        "Google LLC", "Hotjar Ltd", "HubSpot Inc.", "Microsoft Corporation", "Virtido (Recentis GmbH)");
        JsonObject auth = listed(api, "?processor=360dialog&q=auth0").get(0);
        assertThat(auth.getString("basis")).isEqualTo("countersigned");
        assertThat(auth.getBoolean("informed")).isTrue();
        // The annex names no basis for the transfer: shown, and settled by nobody.
        assertThat(auth.getJsonArray("judged")
                        .getJsonObject(0)
                        .getJsonArray("places")
                        .getJsonObject(0)
                        .getString("verdict"))
                .isEqualTo("unfounded");
    }

    @Test
    void aForbiddenOrUnfoundedPlaceIsRefusedWithItsClause() {
        Answer never = problem(
                api.post(ALL, entry("okomo", "A " + mark, "DE", "DE", "IN").build()), 422);
        assertThat(Agreements.fields(never)).containsExactly("places");
        assertThat(never.text()).contains("Indien", "§ 6");
        assertThat(problem(
                                api.post(
                                        ALL,
                                        entry("oculavis", "B " + mark, "US", "US")
                                                .build()),
                                422)
                        .text())
                .contains("places", "Vereinigte Staaten");
        assertThat(Agreements.fields(problem(
                        api.post(ALL, entry("okomo", "C " + mark, "XX", "ZZ").build()), 422)))
                .as("a country that does not exist, twice")
                .containsExactlyInAnyOrder("country", "places");
        problem(api.post(ALL, entry("nobody", "D " + mark, "DE", "DE").build()), 422);
        assertThat(listed(api, "?q=" + mark)).isEmpty();
    }

    @Test
    void oneThatIsThereUnderAnotherSpellingIsNotEnteredTwice() {
        made(api.post(ALL, entry("okomo", "Müller " + mark + " AG", "DE", "DE").build()));

        Answer twice = problem(
                api.post(
                        ALL,
                        entry("okomo", "MULLER " + mark + " Aktiengesellschaft", "DE", "DE")
                                .build()),
                422);

        assertThat(Agreements.fields(twice)).containsExactly("name");
        assertThat(twice.text()).contains("Müller " + mark + " AG");
        made(api.post(
                ALL,
                entry("okomo", "Müller " + mark + " AG", "DE", "DE")
                        .add("service", "Noch etwas")
                        .build()));
        assertThat(listed(api, "?q=" + mark)).hasSize(2);
    }

    @Test
    void aLostCertificateIsRecordedAndShowsWhichContractsItHits() {
        JsonObject made = made(api.post(
                ALL,
                entry("oculavis", "Certified " + mark + " Inc.", "US", "US")
                        .add("safeguards", Json.createArrayBuilder(List.of("dpf-eu")))
                        .build()));
        assertThat(verdict(made)).isEqualTo("needs-consent");
        String path = ALL + "/" + made.getString("id");
        JsonObjectBuilder lost = entry("oculavis", "x", "US", "US").add("version", made.getInt("version"));

        JsonObject amended = good(api.put(path, lost.build())).json();

        assertThat(verdict(amended)).isEqualTo("unfounded");
        problem(
                api.put(
                        path,
                        entry("oculavis", "x", "US", "US").add("version", 999).build()),
                409);
        JsonObject moved = entry("oculavis", "x", "US", "US", "IN")
                .add("version", amended.getInt("version"))
                .build();
        assertThat(Agreements.fields(problem(api.put(path, moved), 422))).containsExactly("places");
        assertThat(good(api.get("/api/v1/trail?object=" + made.getString("id"))).text())
                .contains("sub-processor-entered", "sub-processor-amended", "dpf-eu");
    }

    private static String verdict(JsonObject one) {
        return one.getJsonArray("judged")
                .getJsonObject(0)
                .getJsonArray("places")
                .getJsonObject(0)
                .getString("verdict");
    }

    @Test
    void aChainLeadsToTheProcessorAndNeverBack() {
        String first = made(api.post(
                        ALL, entry("okomo", "Chain 1 " + mark, "CH", "CH").build()))
                .getString("id");
        JsonObject second = made(api.post(
                ALL,
                entry("okomo", "Chain 2 " + mark, "CH", "CH")
                        .add("parent", first)
                        .build()));
        JsonObject circle = entry("okomo", "x", "CH", "CH")
                .add("parent", second.getString("id"))
                .add("version", good(api.get(ALL + "/" + first)).json().getInt("version"))
                .build();

        assertThat(second.getString("parent")).isEqualTo(first);
        assertThat(Agreements.fields(problem(api.put(ALL + "/" + first, circle), 422)))
                .containsExactly("parent");
        // Nor into another processor's register.
        problem(
                api.post(
                        ALL,
                        entry("oculavis", "Chain 3 " + mark, "DE", "DE")
                                .add("parent", first)
                                .build()),
                422);
    }

    @Test
    void othersRegistersAreNotThere() {
        String id = made(api.post(
                        ALL, entry("oculavis", "Foreign " + mark, "DE", "DE").build()))
                .getString("id");
        ApiClient olga = application.api().withKey(DemoAccounts.keyOf("olga"));

        assertThat(listed(olga, "?q=" + mark)).isEmpty();
        problem(olga.get(ALL + "/" + id), 404);
        assertThat(listed(olga, "?processor=oculavis")).isEmpty();
        problem(olga.post(ALL, entry("oculavis", "x " + mark, "DE", "DE").build()), 422);
    }

    @Test
    void theDataProtectionOfficerKeepsTheRegisterOnItsPages() {
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "dora", "72-Stunden-Uhr");
        browser.get(application
                .address("/sub-processor/edit?lang=de&processor=okomo")
                .toString());
        browser.findElement(By.id("engagement:name")).sendKeys("Rechenzentrum " + mark + " <b> AG");
        browser.findElement(By.id("engagement:service")).sendKeys("Hosting");
        browser.findElement(By.id("engagement:places")).sendKeys("Schweiz, Atlantis");
        browser.findElement(By.id("engagement:save")).click();
        await(browser).until(ExpectedConditions.textToBePresentInElementLocated(By.id("main"), "Atlantis"));
        Browser.picture(browser, "sub-processor-edit");
        new Select(browser.findElement(By.id("engagement:country"))).selectByValue("CH");
        new Select(browser.findElement(By.id("engagement:basis"))).selectByValue("signed");
        browser.findElement(By.id("engagement:places")).clear();
        browser.findElement(By.id("engagement:places")).sendKeys("Schweiz");
        browser.findElement(By.id("engagement:save")).click();
        await(browser).until(ExpectedConditions.urlContains("/sub-processor/view?id="));
        assertThat(browser.findElement(By.id("main")).getText()).contains("<b> AG", "Schweiz", "§ 6", "zulässig");
        Browser.picture(browser, "sub-processor-view");
        browser.get(application.address("/sub-processor/list?lang=de&q=" + mark).toString());
        assertThat(browser.findElements(By.cssSelector("table.rows tbody tr"))).hasSize(1);
        browser.get(application
                .address("/sub-processor/list?lang=de&processor=360dialog")
                .toString());
        Browser.picture(browser, "sub-processor-list");
        browser.manage().window().setSize(new Dimension(420, 900));
        Browser.picture(browser, "sub-processor-list-narrow");
        browser.manage().window().setSize(new Dimension(1280, 900));
    }

    private static WebDriverWait await(ChromeDriver browser) {
        return new WebDriverWait(browser, Duration.ofMinutes(1));
    }
}
