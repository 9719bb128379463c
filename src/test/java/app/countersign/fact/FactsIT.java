package app.countersign.fact;

import static app.countersign.it.Agreements.good;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Browser;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the application says of itself, as programs and people read it. */
class FactsIT {

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = SharedApplication.get();
    }

    private static Map<String, JsonObject> facts() {
        return good(application.api().get("/api/v1/facts"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .collect(Collectors.toMap(fact -> fact.getString("name"), fact -> fact));
    }

    @Test
    void whatIsInForceIsKnownWithInstantAndHash() {
        Map<String, JsonObject> facts = facts();

        assertThat(facts)
                .containsKeys(
                        "access-log",
                        "attempts",
                        "components",
                        "encryption",
                        "password-hashing",
                        "password-rules",
                        "second-factor",
                        "sessions",
                        "transport");
        assertThat(facts.values()).allSatisfy(fact -> {
            assertThat(fact.getString("sha256")).matches("[0-9a-f]{64}");
            assertThat(fact.getString("at")).endsWith("Z");
        });
        JsonObject hashing = facts.get("password-hashing").getJsonObject("values");
        assertThat(hashing.getString("algorithm")).isEqualTo("BCrypt");
        assertThat(hashing.getInt("cost")).isEqualTo(12);
        assertThat(facts.get("password-rules").getJsonObject("values").getString("age"))
                .isEqualTo("P6M");
        assertThat(facts.get("access-log").getJsonObject("values").getString("clause"))
                .startsWith("360dialog-dpa ");
        JsonObject factor = facts.get("second-factor").getJsonObject("values");
        assertThat(factor.getInt("asked")).isPositive().isGreaterThanOrEqualTo(factor.getInt("set"));
    }

    @Test
    void aVerificationOfTheTrailIsAFactOnceItIsDone() {
        String id = application.api().post("/api/v1/trail/verification").json().getString("id");
        Patience.until(
                "it is finished",
                Duration.ofMinutes(2),
                () -> application
                        .api()
                        .get("/api/v1/trail/verification/" + id)
                        .json()
                        .getBoolean("finished"));

        JsonObject verified = facts().get("trail-verified");
        assertThat(verified.getJsonArray("measures").toString()).contains("change-log");
        assertThat(verified.getJsonObject("values").getInt("rows")).isPositive();
    }

    @Test
    void whoAnswersForAPartSeesNothingThatCountsTheWhole() {
        String seen = good(Session.of(application, "emil", "Zwei-Mandate-1").get("/fact/list"))
                .text();

        assertThat(seen).contains("Geltende Passwortregeln").doesNotContain("Zweiter Faktor", "Letzte Datensicherung");
        assertThat(Session.of(application, "lena", "Seite8-bitte!")
                        .get("/fact/list")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thePageSaysItInWords() {
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "anton", "Nachweis-fuer-alles1");
        browser.get(application.address("/fact/list?lang=de").toString());
        Browser.picture(browser, "fact-list");
        List<String> words =
                List.of("Geltende Passwortregeln", "zu ändern nach", "6 Monate", "BCrypt", "Zweiter Faktor");
        assertThat(browser.findElement(By.id("main")).getText()).contains(words).doesNotContain("?fact", "P6M");

        browser.manage().window().setSize(new Dimension(420, 1400));
        browser.get(application.address("/fact/list?lang=en").toString());
        Browser.picture(browser, "fact-list-narrow");
        browser.manage().window().setSize(new Dimension(1280, 900));
        browser.get(application.address("/?lang=de").toString());
    }
}
