package app.countersign.breach;

import static app.countersign.it.Agreements.good;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.Browser;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The letters of a breach, as people see and handle them. */
class NoticePagesIT {

    private static final String COMPANY = "Genossenschaft für sorgfältig verwahrte Unterlagen und Nachlässe ";

    private final ApiClient api = SharedApplication.get().api();
    private final Agreements agreements = new Agreements(api);

    @Test
    void aLetterIsAmendedAndToldByTelephone() {
        String contract = inForce();
        JsonObject breach = Agreements.made(api.post(
                "/api/v1/breaches",
                Json.createObjectBuilder()
                        .add("title", "Ein <i>Laptop</i> ging verloren")
                        .add("awareAt", Agreements.ago(Duration.ofMinutes(10)).toString())
                        .add("processors", Json.createArrayBuilder(List.of("okomo")))
                        .build()));
        String notice = good(api.get("/api/v1/breaches/" + breach.getString("id") + "/notices?q=" + contract))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, SharedApplication.get(), "dora", "72-Stunden-Uhr");

        open(browser, "/breach/view?lang=de&tab=notices&id=" + breach.getString("id"));
        assertThat(text(browser)).contains("Alle senden", "entworfen");
        pictures(browser, "breach-notices");

        open(browser, "/breach/notice?id=" + notice);
        assertThat(text(browser))
                .contains(COMPANY.strip(), "<i>Laptop</i>", "§")
                .doesNotContain("?notice");
        assertThat(browser.findElements(By.cssSelector(".sheets img"))).isNotEmpty();
        pictures(browser, "breach-notice");

        type(browser, "words:subject", "");
        type(browser, "words:text", "Kurz und knapp.\n\n1. Was geschehen ist\n\nEin Laptop ging verloren.");
        Browser.leave(browser, browser.findElement(By.id("words:amend")));
        assertThat(text(browser)).contains("Betreff");
        assertThat(value(browser, "words:text")).startsWith("Kurz und knapp.");
        assertThat(browser.findElement(By.id("words:subject-message")).getText())
                .isNotBlank();

        type(browser, "words:subject", "Ein Laptop");
        Browser.leave(browser, browser.findElement(By.id("words:amend")));
        assertThat(value(browser, "words:subject")).isEqualTo("Ein Laptop");
        assertThat(text(browser)).contains("Fassung 1, ");

        type(browser, "telling:recipient", "Frau Muster");
        Browser.leave(browser, browser.findElement(By.id("telling:tell")));
        assertThat(text(browser)).contains("mitgeteilt", "Frau Muster", "per Telefon", "Noch nicht geöffnet");
        assertThat(browser.findElements(By.id("words:amend"))).isEmpty();
        pictures(browser, "breach-notice-told");
    }

    private static void open(ChromeDriver browser, String path) {
        browser.get(SharedApplication.get().address(path).toString());
    }

    private static String text(ChromeDriver browser) {
        return browser.findElement(By.tagName("main")).getText();
    }

    private static String value(ChromeDriver browser, String id) {
        return browser.findElement(By.id(id)).getDomProperty("value");
    }

    private static void type(ChromeDriver browser, String id, String text) {
        WebElement field = browser.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    /** As wide as a desk, and as narrow as a telephone, where nothing may stand out. */
    private static void pictures(ChromeDriver browser, String name) {
        Browser.picture(browser, name);
        Map<String, Object> narrow = Map.of("width", 390, "height", 1600, "deviceScaleFactor", 1, "mobile", true);
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", narrow);
        Browser.picture(browser, name + "-narrow");
        Object standingOut = browser.executeScript("return document.documentElement.scrollWidth <= 390 ? '' :"
                + " [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 391)"
                + ".map(e => e.tagName + ' ' + e.className).join(', ')");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        assertThat(String.valueOf(standingOut)).isEmpty();
    }

    /** @return the number of a contract that both have signed */
    private String inForce() {
        String id = agreements.accepted(
                "okomo-dpa", COMPANY + UUID.randomUUID().toString().substring(0, 6));
        good(api.post(Agreements.at(id, "/countersignature")));
        return agreements.whole(id).getString("number");
    }
}
