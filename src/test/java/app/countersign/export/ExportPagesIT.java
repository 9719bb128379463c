package app.countersign.export;

import static app.countersign.it.Agreements.good;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** An auditor chooses, watches, and takes an archive away. */
class ExportPagesIT {

    private static final String SAVE = "td a[href*='/export/archive?id=']";

    @TempDir
    private Path folder;

    private final RunningApplication application = SharedApplication.get();

    @Test
    void anAuditorChoosesWatchesAndTakesAnArchiveAway() throws Exception {
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "otto", "Pruefen-nicht-aendern3");
        browser.get(application.address("/export/new?lang=de").toString());
        chooseOneMeasure(browser);
        badChoice(browser);
        Browser.pictures(browser, "export-new");

        set(browser, "export:contract", "");
        set(browser, "export:from", "");
        browser.findElement(By.id("export:ask")).click();
        await(browser).until(ExpectedConditions.urlContains("/export/list"));
        assertThat(browser.findElement(By.id("exports")).getText()).contains("eine ausgewählte Massnahme", "Okomo");
        // The page asks by itself how far it is.
        await(browser).until(b -> !newest(browser).isEmpty());
        Browser.pictures(browser, "export-list");

        String path = newest(browser).replaceFirst("^https?://[^/]+", "");
        Path archive = folder.resolve("archive.zip");
        Files.write(
                archive,
                good(Session.of(application, "otto", "Pruefen-nicht-aendern3").get(path))
                        .body());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(Verify.run(new String[] {archive.toString()}, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("is whole");
        // Of another's there is nothing, not even that it is.
        assertThat(Session.of(application, "anton", "Nachweis-fuer-alles1")
                        .get(path)
                        .status())
                .isEqualTo(404);
    }

    private void chooseOneMeasure(ChromeDriver browser) {
        Select all = new Select(browser.findElement(By.id("export:measures")));
        assertThat(all.getOptions()).isNotEmpty();
        all.selectByIndex(0);
    }

    /** Told beside the field, and nothing that was chosen is lost. */
    private void badChoice(ChromeDriver browser) {
        set(browser, "export:contract", "OKO-1999-1");
        set(browser, "export:from", "2999-01-01");
        browser.findElement(By.id("export:ask")).click();
        await(browser)
                .until(b -> !b.findElement(By.id("export:contract-message"))
                        .getText()
                        .isEmpty());
        assertThat(browser.findElement(By.id("export:contract-message")).getText())
                .contains("keinen Vertrag mit dieser Nummer");
        assertThat(browser.findElement(By.id("export:from-message")).getText())
                .as("told at once, too")
                .isNotEmpty();
        assertThat(browser.findElement(By.id("export:contract")).getAttribute("value"))
                .isEqualTo("OKO-1999-1");
        assertThat(new Select(browser.findElement(By.id("export:measures"))).getAllSelectedOptions())
                .hasSize(1);
    }

    /** The address of the newest archive that can be saved, if the newest choice has one. */
    private static String newest(ChromeDriver browser) {
        return browser.findElements(By.cssSelector("#exports tbody tr")).stream()
                .limit(1)
                .flatMap(row -> row.findElements(By.cssSelector(SAVE)).stream())
                .map(link -> link.getAttribute("href"))
                .findFirst()
                .orElse("");
    }

    private static void set(ChromeDriver browser, String id, String value) {
        WebElement field = browser.findElement(By.id(id));
        browser.executeScript("arguments[0].value = arguments[1]", field, value);
    }

    private static WebDriverWait await(ChromeDriver browser) {
        WebDriverWait wait = new WebDriverWait(browser, Duration.ofMinutes(1));
        wait.ignoring(org.openqa.selenium.StaleElementReferenceException.class);
        return wait;
    }
}
