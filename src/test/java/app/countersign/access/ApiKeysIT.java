package app.countersign.access;

import static app.countersign.it.Agreements.fields;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

class ApiKeysIT {

    private final RunningApplication application = SharedApplication.get();
    private final ApiClient api = application.api();

    @Test
    void a_key_opens_what_it_was_made_for_and_nothing_else() {
        ApiClient reader = api.withKey(made("contracts:read").getString("key"));

        good(reader.get("/api/v1/contracts"));
        Answer refused = problem(reader.get("/api/v1/mails", "en"), 403);
        assertThat(refused.json().getString("detail")).contains("mails:read");
        problem(reader.post("/api/v1/contracts", Json.createObjectBuilder().build()), 403);
        problem(
                reader.post(
                        "/api/v1/countersignings", Json.createObjectBuilder().build()),
                403);
        problem(reader.get("/api/v1/keys"), 403);
    }

    @Test
    void a_key_to_write_does_not_countersign() {
        ApiClient writer = api.withKey(made("contracts:write").getString("key"));

        problem(writer.post("/api/v1/contracts/00000000-0000-0000-0000-000000000000/countersignature"), 403);
        problem(writer.post("/api/v1/contracts/00000000-0000-0000-0000-000000000000/acceptance"), 404);
    }

    @Test
    void the_key_itself_is_said_once() {
        JsonObject made = made("templates:read");

        assertThat(made.getString("key")).matches("cs_[0-9A-Za-z]{42}");
        JsonObject listed = listed(made.getString("id"));
        assertThat(listed.keySet()).doesNotContain("key");
        assertThat(made.getString("key")).endsWith(listed.getString("hint").substring(4));
    }

    @Test
    void a_revoked_key_is_out_at_once() {
        JsonObject made = made("contracts:read");
        ApiClient holder = api.withKey(made.getString("key"));
        good(holder.get("/api/v1/contracts?limit=1"));

        assertThat(api.delete("/api/v1/keys/" + made.getString("id")).status()).isEqualTo(204);

        problem(holder.get("/api/v1/contracts?limit=1"), 401);
        assertThat(listed(made.getString("id")).getString("state")).isEqualTo("revoked");
    }

    @Test
    void its_last_use_can_be_seen() {
        JsonObject made = made("contracts:read");
        assertThat(listed(made.getString("id")).keySet()).doesNotContain("lastUsedAt");
        Instant before = Instant.now().minusSeconds(1);

        good(api.withKey(made.getString("key")).get("/api/v1/contracts?limit=1"));

        String used = listed(made.getString("id")).getString("lastUsedAt");
        assertThat(Instant.parse(used)).isBetween(before, Instant.now());
        good(api.withKey(made.getString("key")).get("/api/v1/contracts?limit=1"));
        assertThat(listed(made.getString("id")).getString("lastUsedAt"))
                .as("written once a minute")
                .isEqualTo(used);
    }

    @Test
    void a_key_makes_none_that_opens_more_or_longer_than_itself() {
        LocalDate soon = LocalDate.now(ZoneId.of("Europe/Zurich")).plusDays(10);
        ApiClient maker = api.withKey(good201(api.post(
                        "/api/v1/keys",
                        wish("keys:write", "contracts:read")
                                .add("expiresOn", soon.toString())
                                .build()))
                .getString("key"));

        problem(
                maker.post(
                        "/api/v1/keys",
                        wish("contracts:write")
                                .add("expiresOn", soon.toString())
                                .build()),
                409);
        problem(maker.post("/api/v1/keys", wish("contracts:read").build()), 409);
        good201(maker.post(
                "/api/v1/keys",
                wish("contracts:read").add("expiresOn", soon.toString()).build()));
    }

    @Test
    void what_is_wrong_with_a_wish_is_said_by_field() {
        Answer answer = problem(
                api.send(
                        "POST",
                        "/api/v1/keys",
                        "{\"label\": \"\", \"scopes\": [\"all\"], \"expiresOn\": \"2999-01-01\"}",
                        "application/json"),
                422);
        assertThat(fields(answer)).containsExactly("label", "scopes", "expiresOn");
        problem(api.send("POST", "/api/v1/keys", "{\"expiresOn\": \"soon\"}", "application/json"), 422);
        problem(api.send("POST", "/api/v1/keys", "", "application/json"), 400);
    }

    @Test
    void a_key_that_was_mistyped_or_is_nobodys_opens_nothing() {
        String key = made("contracts:read").getString("key");

        problem(api.withKey(key.substring(0, key.length() - 1)).get("/api/v1/contracts"), 401);
        problem(api.withKey(KeyText.random()).get("/api/v1/contracts"), 401);
        problem(api.withKey("").get("/api/v1/contracts"), 401);
        problem(api.delete("/api/v1/keys/not-an-id"), 404);
    }

    @Test
    void a_key_opens_no_page() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(application.address("/contract/list"))
                .header("Authorization", "Bearer " + RunningApplication.API_KEY)
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_person_makes_a_key_on_the_page_and_revokes_it() {
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "lena", "Seite8-bitte!");
        browser.get(application.address("/account/keys").toString());
        WebDriverWait wait = new WebDriverWait(browser, java.time.Duration.ofMinutes(1));

        browser.findElement(By.cssSelector("[id$='do-make']")).click();
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("[aria-invalid='true']")));
        Browser.picture(browser, "api-keys-complaint");
        browser.findElement(By.cssSelector("input[id$='label']")).sendKeys("Nightly export");
        browser.findElement(By.cssSelector("input[value='contracts:read']")).click();
        browser.findElements(By.cssSelector("[id$='proof-password']"))
                .forEach(field -> field.sendKeys("Seite8-bitte!"));
        browser.findElement(By.cssSelector("[id$='do-make']")).click();
        String key = wait.until(ExpectedConditions.presenceOfElementLocated(By.id("new-key")))
                .getDomProperty("value");
        Browser.picture(browser, "api-keys-made");

        good(api.withKey(key).get("/api/v1/contracts?limit=1"));
        browser.get(application.address("/account/keys").toString());
        assertThat(browser.findElements(By.id("new-key"))).isEmpty();
        assertThat(browser.getPageSource()).doesNotContain(key).contains("Nightly export");
        Browser.picture(browser, "api-keys");
        browser.findElement(By.cssSelector("table.rows button[popovertarget]")).click();
        wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector("dialog:popover-open .danger")))
                .click();
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".notes .done")));
        problem(api.withKey(key).get("/api/v1/contracts?limit=1"), 401);
    }

    private JsonObject made(String... scopes) {
        return good201(api.post("/api/v1/keys", wish(scopes).build()));
    }

    private static JsonObject good201(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static jakarta.json.JsonObjectBuilder wish(String... scopes) {
        return Json.createObjectBuilder()
                .add("label", "A test")
                .add("scopes", Json.createArrayBuilder(List.of(scopes)));
    }

    private JsonObject listed(String id) {
        return good(api.get("/api/v1/keys")).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(key -> key.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }
}
