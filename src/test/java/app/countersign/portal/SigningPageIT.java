package app.countersign.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The customer's way from the mail to the signed document, in a real browser. */
class SigningPageIT {

    private static final Map<String, String> ENTRY =
            Map.of("person", "Erika Őry", "position", "Geschäftsführerin", "place", "Langnau i. E.");

    private RunningApplication application;
    private ChromeDriver browser;
    private Views views;

    @BeforeEach
    void open() {
        application = SharedApplication.get();
        browser = Browser.fresh();
        views = new Views(browser);
    }

    @Test
    void aCustomerReadsSignsAndFetchesTheVeryDocument() {
        IssuedContract contract = IssuedContract.okomo();
        follow(contract.mailbox().token());
        assertThat(title()).isEqualTo("Bitte lesen und unterzeichnen");
        assertThat(value("company")).startsWith("Käserei Őry & Söhne AG");
        assertThat(browser.findElements(By.cssSelector(".sheets li"))).hasSize(10);
        views.keep("portal-sign");
        assertThat(views.overflow()).isZero();

        ENTRY.forEach(this::fill);
        assertThat(value("signature")).isEqualTo("Erika Őry");
        click("send");
        await("code");
        fill("code", contract.mailbox().code(1));
        views.keep("portal-code");
        click("go");
        awaitTitle("Unterzeichnet. Vielen Dank");
        views.keep("portal-wait");
        assertThat(contract.state()).isEqualTo("returned");

        contract.countersigned();
        browser.navigate().refresh();
        assertThat(title()).isEqualTo("Ihr Vertrag ist in Kraft");
        views.keep("portal-in-force");
        assertThat(views.overflow()).isZero();
        String address = browser.findElement(By.id("download")).getDomAttribute("href");
        assertThat(contract.api().get(address).body()).isEqualTo(contract.document("countersigned"));
    }

    @Test
    void eachComplaintStandsBesideItsFieldAndNothingTypedIsLost() {
        IssuedContract contract = IssuedContract.okomo();
        follow(contract.token());
        fill("person", "Erika 007");
        fill("place", "22.11.2026");
        fill("date", "31.2.2026");
        fill("position", "a‮b");
        click("send");

        assertThat(message("person")).contains("Vor- und Nachnamen");
        assertThat(message("place")).contains("Datum");
        assertThat(message("date")).isNotEmpty();
        assertThat(message("position")).isNotEmpty();
        assertThat(value("person")).isEqualTo("Erika 007");
        assertThat(value("signature")).isEqualTo("Erika 007");
        assertThat(browser.getCurrentUrl()).contains("link=");
        assertThat(contract.mailbox().codes()).isZero();
        views.keep("portal-complaints");
        assertThat(views.overflow()).isZero();
    }

    @Test
    void aWrongCodeIsToldAndTheRightOneStillSignsByTheEnterKey() {
        IssuedContract contract = IssuedContract.okomo();
        follow(contract.token());
        ENTRY.forEach(this::fill);
        browser.findElement(By.id("sign:place")).sendKeys(Keys.ENTER);
        await("code");
        String code = contract.mailbox().code(1);
        fill("code", code.equals("000000") ? "000001" : "000000");
        click("go");
        assertThat(message("code")).contains("4");
        assertThat(value("position")).isEqualTo("Geschäftsführerin");

        fill("code", code);
        browser.findElement(By.id("sign:code")).sendKeys(Keys.ENTER);

        awaitTitle("Unterzeichnet. Vielen Dank");
    }

    @Test
    void aSignatureCanBeDrawnAndSurvivesTheWayToTheMail() {
        IssuedContract contract = IssuedContract.okomo();
        follow(contract.token());
        ENTRY.forEach(this::fill);
        browser.findElements(By.name("sign:how")).get(1).click();
        click("send");
        assertThat(browser.findElement(By.cssSelector(".drawn")).getText()).contains("zeichnen Sie");

        WebElement canvas = browser.findElement(By.tagName("canvas"));
        new Actions(browser)
                .moveToElement(canvas, -120, 20)
                .clickAndHold()
                .moveByOffset(80, -50)
                .moveByOffset(60, 60)
                .moveByOffset(90, -40)
                .release()
                .perform();
        click("send");
        await("code");
        browser.navigate().refresh();
        assertThat(value("drawing")).startsWith("data:image/png;base64,");
        assertThat(value("person")).isEqualTo("Erika Őry");
        views.keep("portal-drawn");
        fill("code", contract.mailbox().code(1));
        click("go");

        awaitTitle("Unterzeichnet. Vielen Dank");
        contract.countersigned();
    }

    @Test
    void whatIsSentTwiceIsSignedOnceAndBackDoesNoHarm() {
        IssuedContract contract = IssuedContract.okomo();
        follow(contract.token());
        ENTRY.forEach(this::fill);
        click("send");
        await("code");
        String twin = browser.getWindowHandle();
        String form = browser.getCurrentUrl();
        browser.switchTo().newWindow(WindowType.TAB);
        browser.get(form);
        ENTRY.forEach(this::fill);
        String code = contract.mailbox().code(1);
        fill("code", code);
        click("go");
        awaitTitle("Unterzeichnet. Vielen Dank");
        browser.navigate().back();
        awaitTitle("Unterzeichnet. Vielen Dank");
        browser.close();

        browser.switchTo().window(twin);
        fill("code", code);
        click("go");
        awaitTitle("Unterzeichnet. Vielen Dank");
        assertThat(history(contract, "contract-signed")).isEqualTo(1);
    }

    @Test
    void aRefusedSignatureShowsWhyAndCanBeGivenAgain() {
        IssuedContract contract = IssuedContract.okomo();
        contract.signedOnPaper();
        contract.done("refusal", "Bitte lassen Sie eine zeichnungsberechtigte Person unterzeichnen.");

        follow(contract.token());

        assertThat(title()).isEqualTo("Bitte lesen und unterzeichnen");
        assertThat(browser.findElement(By.cssSelector(".remark")).getText()).contains("zeichnungsberechtigte");
        assertThat(value("person")).isEqualTo("Erika Őry");
        views.keep("portal-refused");
    }

    @Test
    void aContractThatNobodySignsSaysSo() {
        IssuedContract contract = IssuedContract.of("oculavis-dpa", "2026-01-05");
        follow(contract.token());

        assertThat(title()).isEqualTo("Ihr Vertrag ist in Kraft");
        assertThat(browser.findElement(By.cssSelector(".doing")).getText()).contains("Dienstleistungsvertrag");
        assertThat(browser.findElements(By.id("sign"))).isEmpty();
        views.keep("portal-told");
    }

    @Test
    void wordsThatOnlyInformAreSaidToDoSo() {
        IssuedContract contract = IssuedContract.of("360dialog-dpa", null);
        follow(contract.token());

        assertThat(browser.findElement(By.cssSelector(".reading .notes")).getText())
                .contains("Englisch");
        views.keep("portal-binding");
    }

    @Test
    void aLinkThatIsNotOpenSaysWhatToDo() {
        follow("no-such-token");

        assertThat(browser.findElement(By.tagName("main")).getText()).contains("link");
        views.keep("portal-closed");
        assertThat(views.overflow()).isZero();
    }

    @Test
    void thePageSpeaksTheContractsLanguageUntilTheReaderChoosesAnother() {
        IssuedContract contract = IssuedContract.okomo();
        follow(contract.token());
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("de");

        browser.findElement(By.cssSelector(".languages a[hreflang=en]")).click();

        assertThat(title()).isEqualTo("Please read and sign");
        assertThat(value("company")).startsWith("Käserei");
        views.keep("portal-english");
    }

    private void follow(String token) {
        browser.get(application.address("/sign/" + token).toString());
    }

    private String title() {
        return browser.findElement(By.tagName("h1")).getText();
    }

    private void awaitTitle(String title) {
        new WebDriverWait(browser, Duration.ofMinutes(1)).until(ExpectedConditions.textToBe(By.tagName("h1"), title));
    }

    private void await(String field) {
        new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(b -> !b.findElements(By.id("sign:" + field)).isEmpty());
    }

    private void fill(String field, String text) {
        WebElement input = browser.findElement(By.id("sign:" + field));
        input.clear();
        input.sendKeys(text);
    }

    private String value(String field) {
        return browser.findElement(By.id("sign:" + field)).getDomProperty("value");
    }

    private String message(String field) {
        By message = By.id("sign:" + field + "-message");
        new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(ExpectedConditions.textMatches(message, Pattern.compile("\\S")));
        return browser.findElement(message).getText();
    }

    private void click(String button) {
        browser.findElement(By.id("sign:" + button)).click();
    }

    private static long history(IssuedContract contract, String name) {
        return List.copyOf(contract.whole().getJsonArray("history")).stream()
                .filter(entry -> entry.toString().contains('"' + name + '"'))
                .count();
    }
}
