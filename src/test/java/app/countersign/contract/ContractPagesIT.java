package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The way of a contract through the pages, as the legal team and a signatory walk it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractPagesIT {

    private static RunningApplication application;
    private static ChromeDriver browser;
    private static String contract;

    @BeforeAll
    static void signIn() {
        application = SharedApplication.get();
        browser = Browser.fresh();
        Browser.signIn(browser, application, "gerrit", "Gegen-2gezeichnet");
        await().until(ExpectedConditions.not(ExpectedConditions.urlContains("sign-in")));
    }

    @Test
    @Order(1)
    void aContractIsIssuedInOneStepToACustomerThatIsNotKnownYet() {
        open("/contract/new?template=okomo-dpa&lang=de");
        type("new:customer_input", "Bäckerei Sonnenschein & Töchter KG");
        find("new:contactName").click();
        await().until(ExpectedConditions.presenceOfElementLocated(By.id("new:country")));
        new Select(find("new:country")).selectByValue("AT");
        type("new:address", "Ringstrasse 1\n1010 Wien");
        type("new:email", "nicht-so");
        click("new:issue");
        await().until(textToBePresentInElementLocated(By.id("new:email-message"), "E-Mail-Adresse"));
        type("new:email", "post@sonnenschein.example");
        type("new:contactName", "Frau Sonnenschein");
        click("new:issue");

        await().until(ExpectedConditions.urlContains("/contract/view?id="));
        contract = browser.getCurrentUrl().replaceAll(".*id=([0-9a-f-]+).*", "$1");
        assertThat(find("portal-url").getAttribute("value")).contains("/sign/");
        assertThat(state()).isEqualTo("ausgestellt");
        assertThat(pictures()).as("pages that a browser can show").isNotEmpty();
    }

    @Test
    @Order(2)
    void aMistakeOnTheSignaturePageIsComplainedOfBesideItsField() {
        open("/contract/view?tab=page&id=" + contract);
        type("sheet:person", "Eva Sonnenschein");
        type("sheet:position", "Inhaberin");
        type("sheet:place", today());
        find("sheet:date").click();

        await().until(textToBePresentInElementLocated(By.id("sheet:place-message"), "Datum"));
        record();
        await().until(textToBePresentInElementLocated(By.id("sheet:date-message"), "aus"));
        assertThat(find("sheet:person").getAttribute("value")).isEqualTo("Eva Sonnenschein");
        assertThat(state()).isEqualTo("ausgestellt");
    }

    @Test
    @Order(3)
    void theCorrectedPageIsRecordedAndAccepted() {
        type("sheet:place", "Wien");
        type("sheet:date", today());
        record();
        awaitState("vom Auftraggeber unterzeichnet");

        Browser.leave(browser, find("acceptance:accept"));
        awaitState("angenommen");
    }

    @Test
    @Order(4)
    void aSecondPersonWhoWasSlowerIsToldSo() {
        open("/contract/view?id=" + contract);
        application.api().post("/api/v1/contracts/" + contract + "/refusal", reason("Bitte mit Titel."));
        click("button[popovertarget=countersign]", true);
        click("signing:do-countersign");

        await().until(textToBePresentInElementLocated(By.cssSelector(".notes"), "inzwischen geändert"));
        assertThat(state()).isEqualTo("zurückgewiesen");
    }

    @Test
    @Order(5)
    void itIsCountersignedAndDownloadedByteForByte() throws Exception {
        open("/contract/view?tab=page&id=" + contract);
        type("sheet:person", "Dr. Eva Sonnenschein");
        record();
        awaitState("vom Auftraggeber unterzeichnet");
        Browser.leave(browser, find("acceptance:accept"));
        awaitState("angenommen");
        click("button[popovertarget=countersign]", true);
        click("signing:do-countersign");
        awaitState("in Kraft");

        byte[] downloaded = download("/contract/document?kind=countersigned&id=" + contract);
        assertThat(new String(downloaded, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(downloaded)
                .isEqualTo(application
                        .api()
                        .get("/api/v1/contracts/" + contract + "/documents/countersigned")
                        .body());
    }

    @Test
    @Order(6)
    void whereAnEndLeadsIsShownBeforeItIsRecorded() {
        open("/contract/end?id=" + contract);
        assertThat(find("end:plan").getText()).contains("§ 2 Abs. 5");

        click("#end input[value='serious-violation']", true);

        await().until(textToBePresentInElementLocated(By.id("end:plan"), "§ 12 Abs. 1"));
    }

    @Test
    @Order(7)
    void severalAreCountersignedAtOnceWithProgress() {
        open("/contract/list?state=accepted");
        find("input[data-picks]", true).click();
        int picked =
                browser.findElements(By.cssSelector("input[name=pick]:checked")).size();
        assertThat(picked).isPositive();
        assertThat(find("several:countersign").getAttribute("value")).startsWith(String.valueOf(picked));
        click("several:countersign");

        await().until(ExpectedConditions.urlContains("/contract/countersigning?run="));
        await().until(textToBePresentInElementLocated(By.id("how-far"), picked + " von " + picked));
        open("/contract/list?state=accepted");
        assertThat(browser.findElements(By.name("pick"))).isEmpty();
    }

    @Test
    @Order(8)
    void whoMayOnlyReadSeesNoWayToChangeAnything() {
        browser.manage().deleteAllCookies();
        Browser.signIn(browser, application, "anton", "Nachweis-fuer-alles1");
        await().until(ExpectedConditions.not(ExpectedConditions.urlContains("sign-in")));
        open("/contract/view?id=" + contract);

        assertThat(state()).isNotEmpty();
        assertThat(browser.findElements(By.cssSelector("main form"))).isEmpty();
    }

    private static JsonObject reason(String text) {
        return Json.createObjectBuilder().add("reason", text).build();
    }

    private static byte[] download(String path) throws IOException, InterruptedException {
        String cookies = browser.manage().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(application.address(path))
                .header("Cookie", cookies)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static void open(String path) {
        browser.get(application.address(path).toString());
    }

    private static WebElement find(String id) {
        return browser.findElement(By.id(id));
    }

    private static WebElement find(String css, boolean byCss) {
        return browser.findElement(byCss ? By.cssSelector(css) : By.id(css));
    }

    private static void click(String id) {
        click(id, false);
    }

    /** Below the fold a click would meet the bar that stays on top. */
    private static void click(String name, boolean byCss) {
        WebElement element = find(name, byCss);
        ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** The whole form comes anew; what is typed before that would be lost. */
    private static void record() {
        Browser.leave(browser, find("sheet:record"));
    }

    private static void type(String id, String text) {
        WebElement field = find(id);
        field.clear();
        field.sendKeys(text);
    }

    private static String state() {
        return browser.findElement(By.cssSelector(".page-head .state")).getText();
    }

    private static void awaitState(String word) {
        await().until(textToBePresentInElementLocated(By.cssSelector(".page-head .state"), word));
    }

    private static List<Object> pictures() {
        await().until(page -> loaded().size() > 0);
        return loaded();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> loaded() {
        return (List<Object>) ((JavascriptExecutor) browser)
                .executeScript("return [...document.querySelectorAll('.sheets img')].filter(i => i.naturalWidth > 0)");
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Europe/Zurich")).format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
    }

    private static WebDriverWait await() {
        WebDriverWait wait = new WebDriverWait(browser, Duration.ofMinutes(1));
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }
}
