package app.countersign.breach;

import static app.countersign.it.Agreements.made;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The sections of a breach's page on severity, decision and authority. */
class JudgementPageIT {

    private final RunningApplication application = SharedApplication.get();

    @Test
    void theCalculatorShowsItsFormulaAndTheDecisionAndTheReportFollow() {
        String id = made(application
                        .api()
                        .post(
                                "/api/v1/breaches",
                                Json.createObjectBuilder()
                                        .add("title", "Seen on the page")
                                        .add(
                                                "awareAt",
                                                Instant.now()
                                                        .minus(Duration.ofHours(80))
                                                        .toString())
                                        .add("processors", Json.createArrayBuilder(List.of("oculavis")))
                                        .add("ownController", true)
                                        .build()))
                .getString("id");
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "dora", "72-Stunden-Uhr");
        WebDriverWait patience = new WebDriverWait(browser, Duration.ofMinutes(1));

        browser.get(application.address("/breach/view?tab=severity&id=" + id).toString());
        new Select(browser.findElement(By.id("assessment:nature"))).selectByValue("sensitive");
        patience.until(
                ExpectedConditions.textToBePresentInElementLocated(By.cssSelector("#assessment .formula"), "4 × "));
        new Select(browser.findElement(By.id("assessment:ease"))).selectByValue("significant");
        patience.until(
                ExpectedConditions.textToBePresentInElementLocated(By.cssSelector("#assessment .formula"), "= 3"));
        Browser.picture(browser, "breach-severity");
        Browser.leave(browser, browser.findElement(By.id("assessment:judge")));
        assertThat(browser.findElement(By.cssSelector("ul.rows")).getText()).contains("4 × ");

        browser.get(application.address("/breach/view?tab=decision&id=" + id).toString());
        Browser.picture(browser, "breach-decision");
        browser.get(application.address("/breach/view?tab=authority&id=" + id).toString());
        Browser.picture(browser, "breach-authority");
        assertThat(browser.getPageSource()).contains("North Rhine-Westphalia", "52074");
        browser.findElement(By.id("sending:reference")).sendKeys("LDI 7");
        Browser.leave(browser, browser.findElement(By.id("sending:send-report")));
        assertThat(browser.findElement(By.id("sending:delayReasons-message")).getText())
                .isNotBlank();
        assertThat(browser.findElement(By.id("sending:reference")).getAttribute("value"))
                .isEqualTo("LDI 7");
        browser.findElement(By.id("sending:delayReasons")).sendKeys("Found by the auditor only.");
        Browser.leave(browser, browser.findElement(By.id("sending:send-report")));
        assertThat(browser.getPageSource()).contains("LDI 7", "Found by the auditor only.");

        Session session = Session.of(application, "dora", "72-Stunden-Uhr");
        for (String kind : List.of("record", "report")) {
            Answer paper = session.get("/breach/paper?id=" + id + "&kind=" + kind);
            assertThat(paper.status()).as(kind).isEqualTo(200);
            assertThat(paper.contentType()).isEqualTo("application/pdf");
        }
        assertThat(session.get("/breach/paper?id=" + id + "&kind=nothing").status())
                .isEqualTo(404);
    }
}
