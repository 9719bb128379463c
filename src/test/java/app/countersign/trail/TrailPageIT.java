package app.countersign.trail;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The trail as auditors and programs meet it. */
class TrailPageIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    private static RunningApplication application;
    private static String contract;
    private static String number;

    @BeforeAll
    static void somethingHappens() {
        application = SharedApplication.get();
        JsonObject issued = new Agreements(application.api()).issued("okomo-dpa", "Spurensuche AG");
        contract = issued.getString("id");
        number = issued.getString("number");
    }

    @Test
    void entriesAreFoundByNumberEventPersonAndTime() {
        ApiClient api = application.api();

        JsonObject byNumber = api.get("/api/v1/trail?object=" + number).json();
        assertThat(byNumber.getJsonArray("items").toString()).contains("contract-issued", contract);
        JsonObject entry = api.get("/api/v1/trail?event=contract-issued&limit=1&object=" + contract)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(entry.getString("who")).isEqualTo("Automation");
        assertThat(entry.getString("channel")).isEqualTo("api");
        assertThat(entry.getString("from")).isEqualTo("127.0.0.1");
        assertThat(entry.getJsonObject("facts").getString("state")).isEqualTo("issued");
        assertThat(entry.getJsonObject("before").getString("state")).isEqualTo("draft");
        String at = entry.getString("at");
        assertThat(items("person=automat&object=" + contract)).isPositive();
        assertThat(items("person=" + entry.getString("pseudonym") + "&object=" + contract))
                .isPositive();
        assertThat(items("person=nobody-is-called-that")).isZero();
        assertThat(items("object=" + contract + "&to=" + at)).isLessThan(items("object=" + contract));
        assertThat(items("object=" + contract + "&from=2099-01-01T00:00:00Z")).isZero();
        assertThat(api.get("/api/v1/trail?from=yesterday").status()).isEqualTo(422);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        ApiClient api = application.api();
        List<Long> whole = ids(api.get("/api/v1/trail?limit=9").json());
        JsonObject first = api.get("/api/v1/trail?limit=4").json();
        JsonObject second = api.get("/api/v1/trail?limit=4&cursor=" + first.getString("next"))
                .json();

        assertThat(ids(first)).hasSize(4).doesNotContainAnyElementsOf(ids(second));
        assertThat(whole).isNotEmpty();
        assertThat(api.get("/api/v1/trail?cursor=nonsense").status()).isEqualTo(200);
    }

    @Test
    void aProgramTakesTheProofAndVerifiesItElsewhere() throws Exception {
        ApiClient api = application.api();
        Answer noted = api.get("/api/v1/trail/head");
        Answer zip = api.get("/api/v1/trail/export");
        Path file = Files.write(Files.createTempFile("trail", ".zip"), zip.body());
        Path head = Files.write(Files.createTempFile("head", ".json"), noted.body());
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int status = Verifier.run(
                new String[] {
                    file.toString(),
                    "--head",
                    head.toString(),
                    "--key",
                    noted.json().getString("key")
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(zip.contentType()).isEqualTo("application/zip");
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void aVerificationTellsHowFarItIsAndWhatItFound() {
        ApiClient api = application.api();
        Answer noted = api.get("/api/v1/trail/head");
        Answer begun = api.send("POST", "/api/v1/trail/verification", noted.text(), "application/json");
        assertThat(begun.status()).isEqualTo(202);
        String path = "/api/v1/trail/verification/" + begun.json().getString("id");

        Patience.until("it is finished", LONG, () -> api.get(path).json().getBoolean("finished"));

        JsonObject done = api.get(path).json();
        assertThat(done.getBoolean("whole")).as(done.toString()).isTrue();
        assertThat(done.getJsonNumber("rows").longValue())
                .isGreaterThanOrEqualTo(noted.json().getJsonNumber("position").longValue());
        assertThat(api.send("POST", "/api/v1/trail/verification", "{\"no\":1}", "application/json")
                        .status())
                .isEqualTo(422);
        assertThat(api.get("/api/v1/trail/verification/none").status()).isEqualTo(404);
    }

    @Test
    void anAuditorReadsNarrowsOpensAndVerifies() {
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "anton", "Nachweis-fuer-alles1");
        WebDriverWait wait = new WebDriverWait(browser, LONG);
        wait.until(ExpectedConditions.not(ExpectedConditions.urlContains("sign-in")));
        browser.get(application.address("/trail/list?lang=de").toString());
        wait.until(ExpectedConditions.elementToBeClickable(By.id("verification:verify")))
                .click();
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#verification .notes .done")));
        Browser.picture(browser, "trail");
        browser.get(application
                .address("/trail/list?event=contract-issued&object=" + number)
                .toString());
        browser.findElement(By.cssSelector("table.trail summary")).click();

        String text = browser.findElement(By.cssSelector("table.trail")).getText();

        assertThat(text).contains(number, "Automation", "127.0.0.1", "draft", "issued");
        Browser.picture(browser, "trail-entry");
        browser.manage().window().setSize(new Dimension(420, 900));
        Browser.picture(browser, "trail-narrow");
        browser.manage().window().setSize(new Dimension(1280, 900));
    }

    @Test
    void legalHasNoBusinessThere() {
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "lena", "Seite8-bitte!");
        new WebDriverWait(browser, LONG).until(ExpectedConditions.not(ExpectedConditions.urlContains("sign-in")));
        browser.get(application.address("/trail/list").toString());

        assertThat(browser.findElements(By.cssSelector("table.trail"))).isEmpty();
        assertThat(browser.findElements(By.cssSelector("nav.rooms a[href='/trail/list']")))
                .isEmpty();
    }

    private static int items(String query) {
        return application
                .api()
                .get("/api/v1/trail?limit=200&" + query)
                .json()
                .getJsonArray("items")
                .size();
    }

    private static List<Long> ids(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonNumber("id").longValue())
                .toList();
    }
}
