package app.countersign.contract;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.good;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.Browser;
import app.countersign.it.FilledForm;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import jakarta.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What comes back, as the legal team and the customer handle it on pages. */
class ReturnPagesIT {

    private static RunningApplication application;
    private static ChromeDriver browser;
    private static ApiClient api;
    private static Agreements agreements;

    @BeforeAll
    static void signIn() {
        application = SharedApplication.get();
        api = application.api();
        agreements = new Agreements(api);
        browser = Browser.fresh();
        Browser.signIn(browser, application, "gerrit", "Gegen-2gezeichnet");
        await().until(ExpectedConditions.not(ExpectedConditions.urlContains("sign-in")));
    }

    private static JsonObject issued() {
        return agreements.issued("okomo-dpa", "Seiten " + UUID.randomUUID());
    }

    private static FilledForm form(JsonObject contract) {
        return new FilledForm(
                good(api.get(at(contract.getString("id"), "/documents/issued"))).body());
    }

    @Test
    void anAlteredFileIsShownWithItsPlaceMarked() throws IOException {
        JsonObject contract = issued();
        open("/contract/view?tab=returned&lang=de&id=" + contract.getString("id"));
        upload("bring:file", form(contract).altered(3));

        await().until(ExpectedConditions.urlContains("/contract/returned?id="));
        assertThat(text(".verdict-line")).contains("verändert");
        assertThat(text(".differences-list")).contains("Seite 3");
        assertThat(pictures()).isEqualTo(2);
        pictures("returned-altered");
        assertThat(agreements.whole(contract.getString("id")).getString("state"))
                .isEqualTo("refused");
    }

    @Test
    void aScanIsComparedAndTakenWithAReason() throws IOException {
        JsonObject contract = issued();
        open("/inbox/list?lang=de");
        upload("bring:file", form(contract).scanned());
        await().until(ExpectedConditions.urlContains("/contract/returned?id="));
        assertThat(pictures()).isEqualTo(2);
        pictures("returned-doubtful");

        type("acceptance:company", "Käserei AG");
        type("acceptance:address", "Dorfstrasse 5\n3550 Langnau");
        type("acceptance:person", "Erika Őry");
        type("acceptance:position", "Geschäftsführerin");
        type("acceptance:place", "Langnau");
        type("acceptance:date", Agreements.today().toString());
        click("acceptance:accept");
        await().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".notes [role=alert]")));
        assertThat(browser.findElement(By.id("acceptance:person")).getAttribute("value"))
                .isEqualTo("Erika Őry");
        type("acceptance:reason", "Wort für Wort verglichen");
        click("acceptance:accept");

        await().until(ExpectedConditions.urlContains("/contract/view"));
        assertThat(agreements.whole(contract.getString("id")).getString("state"))
                .isEqualTo("accepted");
    }

    @Test
    void anHonestFileLeavesOneClick() throws IOException {
        JsonObject contract = issued();
        open("/contract/view?tab=returned&lang=de&id=" + contract.getString("id"));
        upload("bring:file", form(contract).honest());
        await().until(ExpectedConditions.urlContains("/contract/returned?id="));
        pictures("returned-honest");

        open("/contract/view?lang=de&id=" + contract.getString("id"));
        pictures("returned-contract");
        click("acceptance:accept");
        await().until(d ->
                agreements.whole(contract.getString("id")).getString("state").equals("accepted"));
    }

    @Test
    void theCustomerBringsAFileBehindTheLink() throws IOException {
        JsonObject contract = issued();
        browser.get(contract.getString("portalUrl")
                .replaceFirst("^https?://[^/]+", application.address("").toString()));
        browser.findElement(By.cssSelector(".doing details summary")).click();
        upload("bring:file", form(contract).altered(2));
        click("bring:bring-it");
        await().until(ExpectedConditions.urlContains("returned="));
        assertThat(text(".doing")).contains("Seite 2");
        picture("returned-portal");
        signIn();
    }

    @Test
    void theInboxSaysWhatIsTheMatterWithMailAndMailboxes() throws Exception {
        String subject = "<b>Angebot</b> " + UUID.randomUUID();
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress("verkauf@fremd.example"));
        mail.setRecipients(Message.RecipientType.TO, SharedApplication.LEGAL);
        mail.setSubject(subject);
        mail.setText("Guten Tag\n\nHier unser Angebot.");
        mail.saveChanges();
        SharedApplication.legal().deliver(mail);

        new WebDriverWait(browser, Duration.ofMinutes(2)).until(d -> {
            open("/inbox/list?lang=de");
            return text("main").contains(subject);
        });
        pictures("inbox-list");
        browser.findElement(By.partialLinkText(subject)).click();
        await().until(ExpectedConditions.urlContains("/inbox/view"));
        pictures("inbox-view");
        type("dismissal:remark", "Werbung");
        click("dismissal:dismiss");
        await().until(ExpectedConditions.urlContains("/inbox/list"));
        assertThat(text("main")).doesNotContain(subject);
        open("/?lang=de");
        picture("inbox-desk");
    }

    private static void upload(String id, byte[] file) throws IOException {
        Path path = Files.createTempFile("Vertrag", ".pdf");
        Files.write(path, file);
        browser.findElement(By.id(id)).sendKeys(path.toString());
    }

    /** Pictures that the browser could show. */
    private static long pictures() {
        await().until(d -> (Boolean) ((JavascriptExecutor) d)
                .executeScript("return [...document.querySelectorAll('.side-by-side img')].every(i => i.complete)"));
        return (Long) browser.executeScript(
                "return [...document.querySelectorAll('.side-by-side img')].filter(i => i.naturalWidth > 0).length");
    }

    /** In both languages; afterwards the page is German again. */
    private static void pictures(String name) {
        Browser.pictures(browser, name);
        String address = browser.getCurrentUrl().replaceAll("lang=\\w+&?", "");
        String whole = address.contains("?") ? address : address + "?";
        browser.get(whole.replace("?", "?lang=en&"));
        Browser.pictures(browser, name + "-en");
        browser.get(whole.replace("?", "?lang=de&"));
    }

    private static void picture(String name) {
        Browser.picture(browser, name);
    }

    private static String text(String css) {
        return browser.findElement(By.cssSelector(css)).getText();
    }

    private static void open(String path) {
        browser.get(application.address(path).toString());
    }

    private static void type(String id, String text) {
        WebElement field = browser.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    private static void click(String id) {
        browser.findElement(By.id(id)).click();
    }

    private static WebDriverWait await() {
        return new WebDriverWait(browser, Duration.ofSeconds(40));
    }
}
