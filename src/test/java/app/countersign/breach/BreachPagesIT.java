package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A breach as the data protection officer reports and works through it on pages, and the calendars of its deadlines. */
class BreachPagesIT {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Pattern LINK = Pattern.compile("http[^\"]*/portal/calendar/[\\w-]+\\.ics");

    private static RunningApplication application;
    private static ChromeDriver browser;

    @BeforeAll
    static void signIn() {
        application = SharedApplication.get();
        browser = Browser.fresh();
        Browser.signIn(browser, application, "dora", "72-Stunden-Uhr");
        await().until(ExpectedConditions.not(ExpectedConditions.urlContains("sign-in")));
    }

    @Test
    void itIsReportedConfirmedAmendedAndProven() throws IOException {
        open("/breach/report?lang=de");
        type("report:title", "Sicherung <b>offen</b> & kopiert " + "x".repeat(80));
        set("report:awareAt", local(Agreements.ago(Duration.ofHours(1))));
        type("report:personsLeast", "1’200");
        pictures("breach-report");
        send("report:send");

        await().until(ExpectedConditions.urlContains("/breach/view?id="));
        String view = browser.getCurrentUrl();
        assertThat(text("main")).contains("<b>offen</b> &", "laut Vertrag", "§ 10 Abs. 1", "Vertrag seither beendet");
        pictures("breach-clocks");
        String before = text("main .clock time");
        await().until(b -> !text("main .clock time").equals(before));

        List<WebElement> boxes = browser.findElements(By.name("pick"));
        boxes.get(0).click();
        send("controllers:confirm");
        assertThat(text("main")).contains("Ein Auftraggeber ist bestätigt");
        browser.findElements(By.name("pick")).get(1).click();
        browser.findElement(By.cssSelector("[popovertarget=exclude]")).click();
        send("controllers:do-exclude");
        assertThat(text(".notes")).contains("Begründung");
        assertThat(browser.findElements(By.cssSelector("[name=pick]:checked"))).hasSize(1);
        type("controllers:reason", "Anderer Mandant");
        send("controllers:do-exclude");
        assertThat(text("main")).contains("nicht betroffen", "Anderer Mandant", "erlassen");
        type("inclusion:contract", "OKO-1999-000001");
        send("inclusion:include");
        assertThat(text(".notes")).contains("Einen Vertrag dieser Nummer gibt es nicht");
        assertThat(value("inclusion:contract")).isEqualTo("OKO-1999-000001");

        open(path(view) + "&tab=files");
        Path file = Files.createTempFile("Zugriffe <1>", ".log");
        Files.writeString(file, "GET /backup.tar 200");
        browser.findElement(By.id("attachment:file")).sendKeys(file.toString());
        await().until(b -> text("main").contains("ist angehängt"));
        pictures("breach-files");
        assertThat(new String(download(browser.findElement(By.partialLinkText("Zugriffe"))), StandardCharsets.UTF_8))
                .isEqualTo("GET /backup.tar 200");

        open(path(view) + "&tab=facts");
        set("amendment:systems", "Objektspeicher");
        browser.executeScript("document.querySelector('#amendment [name=seen]').value = '0'");
        send("amendment:amend");
        assertThat(text(".notes")).contains("inzwischen geändert");
        assertThat(value("amendment:systems")).isEqualTo("Objektspeicher");
        pictures("breach-facts");
        send("amendment:amend");
        assertThat(text("main")).contains("Ergänzt.");

        open(path(view) + "&tab=timeline");
        assertThat(text("main")).contains("Gemeldet", "Datei angehängt", "Sachverhalt ergänzt", "Frist läuft");
        picture("breach-timeline");
        open("/breach/list?lang=de&q=SICHERUNG+%3Cb%3E");
        assertThat(browser.findElements(By.cssSelector("table.rows tbody tr"))).hasSize(1);
        pictures("breach-list");
        open("/search?q=sicherung");
        assertThat(text("main")).contains("BR-");
    }

    @Test
    void whatCannotBeIsSaidBesideItsFieldAndNothingTypedIsLost() {
        open("/breach/report?lang=de");
        type("report:title", "x".repeat(201));
        set("report:awareAt", hoursAgo(-1));
        send("report:send");
        assertThat(text("[id='report:title-message']")).contains("200");
        type("report:title", "Zukunft " + "ü".repeat(192));
        send("report:send");
        assertThat(text("[id='report:awareAt-message']")).contains("nicht in der Zukunft");
        assertThat(value("report:title")).endsWith("üüü");
        set("report:awareAt", hoursAgo(2));
        set("report:occurredAt", hoursAgo(1));
        type("report:personsLeast", "viele");
        send("report:send");
        assertThat(text("[id='report:personsLeast-message']")).contains("keine Zahl");
        type("report:personsLeast", "10");
        type("report:personsMost", "5");
        send("report:send");
        assertThat(text("[id='report:personsLeast-message']")).contains("kleinere Zahl");
        type("report:personsMost", "50");
        send("report:send");
        assertThat(text("[id='report:occurredAt-message']")).contains("bevor sie geschieht");
        set("report:occurredAt", "");
        set("report:awareAt", "2026-03-29T02:30");
        send("report:send");
        assertThat(text("[id='report:awareAt-message']")).contains("springen von 02:00 auf 03:00");
        type("report:zone", "Mars/Olympus");
        send("report:send");
        assertThat(text("[id='report:zone-message']")).contains("Zeitzone");
        type("report:zone", "Europe/Berlin");
        set("report:awareAt", "2026-10-25T02:30");
        send("report:send");
        assertThat(text("[id='report:awareAt-message']")).contains("zweimal");
        pictures("breach-report-twice");
        browser.findElements(By.name("awareAt-which")).get(1).click();
        send("report:send");

        await().until(ExpectedConditions.urlContains("/breach/view?id="));
        assertThat(text(".steps")).contains("25.10.2026, 02:30 MEZ");
        assertThat(browser.findElements(By.cssSelector("main .clock[data-tone=bad]")))
                .isNotEmpty();
        picture("breach-long-title");

        open("/breach/report?lang=de");
        type("report:title", "Zukunft " + "ü".repeat(192));
        send("report:send");
        assertThat(text(".notes")).contains("eben gemeldet");
        assertThat(browser.getCurrentUrl()).contains("/breach/report");
    }

    @Test
    void aSuspicionIsReviewedAndBecomesABreachOrNone() {
        open("/breach/report?lang=en");
        type("report:title", "Strange log lines " + System.nanoTime());
        browser.findElement(By.cssSelector("[id='report:suspected'] input[value=true]"))
                .click();
        send("report:send");
        await().until(ExpectedConditions.urlContains("/breach/view?id="));
        assertThat(text("main")).contains("suspected", "Review", "no clock runs towards controllers");
        pictures("breach-suspicion");
        browser.findElement(By.cssSelector("[popovertarget=dismiss]")).click();
        send("dismissal:do-dismiss");
        assertThat(text(".notes")).contains("Say why");
        type("dismissal:reason", "A planned test");
        send("dismissal:do-dismiss");
        assertThat(text("main")).contains("no breach", "A planned test");

        open("/breach/report?lang=en");
        type("report:title", "Stranger log lines " + System.nanoTime());
        browser.findElement(By.cssSelector("[id='report:suspected'] input[value=true]"))
                .click();
        send("report:send");
        await().until(ExpectedConditions.urlContains("/breach/view?id="));
        browser.findElement(By.cssSelector("[popovertarget=become-aware]")).click();
        set("awareness:awareAt", "2026-10-25T02:30");
        send("awareness:do-become-aware");
        assertThat(text("[id='awareness:awareAt-message']")).contains("twice");
        picture("breach-aware");
        set("awareness:awareAt", "");
        send("awareness:do-become-aware");
        assertThat(text("main")).contains("is a breach", "Controllers concerned");
    }

    @Test
    void deadlinesStandInTheMonthAndInOnesOwnCalendar() throws Exception {
        justDue();
        open("/deadline/calendar?lang=de");
        assertThat(browser.findElements(By.cssSelector("[data-today=true] .due")))
                .isNotEmpty();
        pictures("deadline-calendar");
        browser.findElement(By.tagName("body")).sendKeys(Keys.ARROW_RIGHT);
        await().until(ExpectedConditions.urlContains(
                "month=" + YearMonth.now(ZURICH).plusMonths(1)));
        open("/deadline/calendar?month=2026-13");
        assertThat(text("h1")).contains(String.valueOf(LocalDate.now(ZURICH).getYear()));
        open("/?lang=de");
        assertThat(browser.findElements(By.cssSelector(".ahead a"))).hasSize(30);
        pictures("desk-ahead");

        open("/deadline/calendar?lang=de");
        send("subscription:subscribe");
        String link = value("calendar-url");
        pictures("deadline-calendar-link");
        open("/deadline/calendar?lang=de");
        assertThat(browser.findElements(By.id("calendar-url"))).isEmpty();

        Answer feed = stranger(link);
        assertThat(feed.contentType()).startsWith("text/calendar");
        assertThat(feed.headers().firstValue("Cache-Control")).hasValue("no-store");
        List<VEvent> all = events(feed.text());
        assertThat(all).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getRequiredProperty(Property.UID).getValue()).contains("@");
            assertThat(event.getRequiredProperty(Property.SUMMARY).getValue()).doesNotContain(" · ");
        });
        assertThat(feed.text()).contains("STATUS:CANCELLED", "STATUS:CONFIRMED", "BEGIN:VALARM");
        assertThat(calendar(feed.text()).validate().getEntries()).isEmpty();
        String number = onlyOfOkomo();
        assertThat(summaries(stranger(link))).anyMatch(summary -> summary.endsWith(number));
        String other = linkOf("emil", "Zwei-Mandate-1");
        assertThat(summaries(stranger(other))).isNotEmpty().noneMatch(summary -> summary.endsWith(number));

        browser.findElement(By.cssSelector("[popovertarget=revoke]")).click();
        send("subscription:do-revoke");
        assertThat(stranger(link).status()).isEqualTo(404);
        assertThat(stranger(link.replaceFirst("calendar/.*", "calendar/x.ics")).status())
                .isEqualTo(404);
    }

    /** Some that fall due now, one of which has ended. */
    private static void justDue() {
        ApiClient api = application.api();
        Agreements.made(api.post(
                "/api/v1/contracts",
                Agreements.request("oculavis-dpa", "Just due GmbH")
                        .add(
                                "mainContractSignedOn",
                                Agreements.today().minusDays(9).toString())
                        .build()));
        JsonObject breach = api.post(
                        "/api/v1/breaches",
                        Agreements.json(Map.of(
                                "title",
                                "Just due " + System.nanoTime(),
                                "awareAt",
                                Instant.now().minus(Duration.ofHours(24)).toString())))
                .json();
        String first = breach.getJsonArray("controllers").getJsonObject(0).getString("id");
        Agreements.good(api.post(
                "/api/v1/breaches/" + breach.getString("id") + "/controllers/" + first + "/exclusion",
                Agreements.json(Map.of("reason", "Another tenant"))));
    }

    /** @return the number of a breach that is no business of those who answer for others */
    private static String onlyOfOkomo() {
        return Agreements.made(application
                        .api()
                        .post(
                                "/api/v1/breaches",
                                Json.createObjectBuilder()
                                        .add("title", "Only Okomo's " + System.nanoTime())
                                        .add("ownController", true)
                                        .add("processors", Json.createArrayBuilder(List.of("okomo")))
                                        .build()))
                .getString("number");
    }

    private static Calendar calendar(String written) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(written));
    }

    private static List<VEvent> events(String written) throws IOException, ParserException {
        return calendar(written).getComponents(Component.VEVENT);
    }

    private static List<String> summaries(Answer feed) throws IOException, ParserException {
        return events(feed.text()).stream()
                .map(event -> event.getRequiredProperty(Property.SUMMARY).getValue())
                .toList();
    }

    private static Answer stranger(String link) {
        return Session.of(application).get(path(link));
    }

    private static String linkOf(String user, String password) {
        Session session = Session.of(application, user, password);
        Map<String, String> fields =
                Session.fields(session.get("/deadline/calendar").text());
        fields.remove("account:sign-out");
        session.post("/deadline/calendar", fields);
        Matcher link = LINK.matcher(session.get("/deadline/calendar").text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static byte[] download(WebElement link) {
        String read = (String) browser.executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(r => r.text()).then(done)",
                link.getAttribute("href"));
        return read.getBytes(StandardCharsets.UTF_8);
    }

    private static String hoursAgo(int hours) {
        return local(Instant.now().minus(Duration.ofHours(hours)));
    }

    private static String local(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                .withZone(ZURICH)
                .format(at);
    }

    private static String path(String url) {
        return url.replaceFirst("^https?://[^/]+", "");
    }

    /** As it is on a desk and on a telephone. */
    private static void pictures(String name) {
        whole(1280, name);
        whole(390, name + "-narrow");
        browser.manage().window().setSize(new Dimension(1280, 900));
    }

    private static void whole(int width, String name) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics(width, 900));
        long height = (Long) browser.executeScript("return document.documentElement.scrollHeight");
        assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
                .as("%s is no wider than its window", name)
                .isLessThanOrEqualTo(width);
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics(width, Math.min(height, 3000)));
        Browser.picture(browser, name);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private static Map<String, Object> metrics(int width, long height) {
        return Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
    }

    private static void picture(String name) {
        Browser.picture(browser, name);
    }

    private static String text(String css) {
        return browser.findElement(By.cssSelector(css)).getText();
    }

    private static String value(String id) {
        return browser.findElement(By.id(id)).getAttribute("value");
    }

    private static void open(String path) {
        browser.get(application.address(path).toString());
    }

    private static void type(String id, String text) {
        WebElement field = browser.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    /** What the keyboard can't type in every language of the browser: dates. */
    private static void set(String id, String value) {
        browser.executeScript("arguments[0].value = arguments[1]", browser.findElement(By.id(id)), value);
    }

    private static void send(String id) {
        Browser.leave(browser, browser.findElement(By.id(id)));
    }

    private static WebDriverWait await() {
        return new WebDriverWait(browser, Duration.ofSeconds(40));
    }
}
