package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient;
import app.countersign.it.Browser;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person from the invitation to the day on which they are erased, as they and their administrator see it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInIT {

    private static final String USER = "sina.sommer";
    private static final String MAIL = "sina@sommer.example";
    private static final String FIRST = "Zwoelf-Uhr-mittags";
    private static final String SECOND = "Halb-drei-nachts9";

    private static RunningApplication application;
    private static ChromeDriver browser;
    private static String id;
    private static String link;
    private static String secret;
    private static String used;
    private static List<String> codes;

    @BeforeAll
    static void open() {
        application = SharedApplication.get();
        browser = Browser.fresh();
    }

    @Test
    @Order(1)
    void anInvitedPersonGetsALinkByMail() {
        JsonObject entry = Json.createObjectBuilder()
                .add("userName", USER)
                .add("name", "Sina Sommer")
                .add("email", MAIL)
                .add("language", "de")
                .add("roles", Json.createArrayBuilder().add("legal").add("signatory"))
                .build();
        ApiClient.Answer answer = application.api().post("/api/v1/accounts", entry);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().getString("state")).isEqualTo("invited");
        id = answer.json().getString("id");
        link = mailedLink(1);
        assertThat(application.api().post("/api/v1/accounts", entry).status()).isEqualTo(422);
    }

    @Test
    @Order(2)
    void theRulesTickWhileAPasswordIsTypedAndAWeakOneIsRefusedKindly() {
        browser.get(link + "&lang=de");
        Browser.picture(browser, "access-link");
        WebElement password = browser.findElement(By.id("form:password"));
        password.sendKeys("Sommer-1");
        await().until(b -> kept() == 4 && stillOpen() == 1);
        assertThat(browser.findElement(By.cssSelector("[data-tick=open]")).getText())
                .contains("Benutzernamen");
        Browser.picture(browser, "access-password-ticks");
        browser.findElement(By.id("form:again")).sendKeys("Sommer-1");
        go();
        assertThat(browser.findElement(By.id("form:password-message")).getText())
                .contains("Benutzernamen");

        type("form:password", FIRST);
        type("form:again", FIRST);
        go();
        assertThat(browser.getCurrentUrl()).contains("/sign-in");
        assertThat(text()).contains("Ihr Passwort ist gesetzt");
    }

    @Test
    @Order(3)
    void theLinkOpensOnceAndAnInventedOneNever() {
        browser.get(link);
        assertThat(text()).contains("abgelaufen");
        browser.get(application.address("/welcome/link?key=0123456789").toString());
        assertThat(text()).contains("abgelaufen");
        assertThat(browser.findElements(By.id("form:password"))).isEmpty();
    }

    @Test
    @Order(4)
    void aSignatorySetsUpASecondFactorBeforeAnythingElseOpens() {
        signIn(USER, FIRST);
        assertThat(browser.getCurrentUrl()).contains("/welcome/factor");
        browser.get(application.address("/contract/list").toString());
        assertThat(browser.getCurrentUrl()).contains("/welcome/factor?then=%2Fcontract%2Flist");
        Browser.picture(browser, "access-factor");
        secret = browser.findElement(By.id("secret")).getText().replace(" ", "");

        type("form:code", "000000");
        go();
        assertThat(browser.findElement(By.id("secret")).getText().replace(" ", ""))
                .isEqualTo(secret);
        used = code();
        type("form:code", used);
        go();
        codes = browser.findElements(By.cssSelector("#recovery-codes code")).stream()
                .map(WebElement::getText)
                .toList();
        Browser.picture(browser, "access-recovery-codes");
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        Browser.leave(browser, browser.findElement(By.id("onward")));
        assertThat(browser.getCurrentUrl()).endsWith("/contract/list");
    }

    @Test
    @Order(5)
    void aCodeIsGoodOnceAndNotFromLongAgo() {
        signIn(USER, FIRST);
        assertThat(browser.getCurrentUrl()).contains("/welcome/code");
        Browser.picture(browser, "access-code");
        for (String wrong : List.of(
                used,
                codeAt(Instant.now().minusSeconds(120)),
                codeAt(Instant.now().plusSeconds(300)))) {
            type("form:code", wrong);
            go();
            assertThat(browser.getCurrentUrl()).as(wrong).contains("/welcome/code");
        }
        assertThat(text()).contains("Dieser Code stimmt nicht");
        browser.get(application.address("/").toString());
        assertThat(browser.getCurrentUrl()).contains("/welcome/code");
    }

    @Test
    @Order(6)
    void aRecoveryCodeStandsInOnce() {
        type("form:code", codes.get(3).toUpperCase(Locale.ROOT).replace("-", " "));
        go();
        assertThat(browser.getCurrentUrl()).doesNotContain("/welcome");

        signIn(USER, FIRST);
        type("form:code", codes.get(3));
        go();
        assertThat(browser.getCurrentUrl()).contains("/welcome/code");
        type("form:code", codes.get(4));
        go();
        assertThat(browser.getCurrentUrl()).doesNotContain("/welcome");
    }

    @Test
    @Order(7)
    void whoeverHasForgottenThePasswordIsToldTheSameWhetherThereIsAnAccount() {
        browser.manage().deleteAllCookies();
        String known = forgotten(MAIL);
        String unknown = forgotten("niemand@nirgends.example");
        assertThat(known).isEqualTo(unknown).contains("unterwegs");

        String reset = mailedLink(2);
        browser.get(reset);
        type("form:password", FIRST);
        type("form:again", FIRST);
        go();
        assertThat(text()).contains("Keines Ihrer letzten 10 Passwörter");
        type("form:password", SECOND);
        type("form:again", SECOND);
        go();
        assertThat(browser.getCurrentUrl()).contains("/sign-in");
        browser.get(reset);
        assertThat(text()).contains("abgelaufen");
    }

    @Test
    @Order(8)
    void theNewPasswordOpensWithTheSecondFactorOnlyAndTheOldOneNothing() {
        signIn(USER, FIRST);
        assertThat(browser.getCurrentUrl()).contains("/sign-in");
        signIn(USER, SECOND);
        type("form:code", codes.get(5));
        go();
        browser.get(application.address("/account/me?lang=de").toString());
        assertThat(text()).contains("Verbleibende Wiederherstellungscodes: 7");
        Browser.picture(browser, "account-me");
    }

    @Test
    @Order(9)
    void aSessionThatIsEndedElsewhereIsOutAndWhatWasTypedIsKept() {
        Cookie first = browser.manage().getCookieNamed("countersign");
        browser.get(application.address("/party/edit").toString());
        type("organisation:name", "Halb getippt AG");

        application.api().post("/api/v1/accounts/" + id + "/closing");
        application.api().post("/api/v1/accounts/" + id + "/reopening");
        browser.findElement(By.id("organisation:save")).click();
        await().until(ExpectedConditions.urlContains("/sign-in"));
        assertThat(text()).contains("Ihre Sitzung ist abgelaufen");
        assertThat(browser.manage().getCookieNamed("countersign")).isNotNull();

        typeSignIn(USER, SECOND);
        assertThat(browser.getCurrentUrl()).contains("/welcome/code");
        type("form:code", codes.get(6));
        go();
        await().until(ExpectedConditions.urlContains("/party/edit"));
        assertThat(browser.findElement(By.id("organisation:name")).getAttribute("value"))
                .isEqualTo("Halb getippt AG");
        assertThat(browser.manage().getCookieNamed("countersign").getValue()).isNotEqualTo(first.getValue());
    }

    @Test
    @Order(10)
    void anActThatCanNotBeTakenBackAsksOnceMore() {
        browser.get(application.address("/account/me?lang=de").toString());
        browser.findElement(By.cssSelector("button[popovertarget=new-codes]")).click();
        Browser.picture(browser, "access-proof");
        click("codes:do-new-codes");
        assertThat(text()).contains("Bitte bestätigen Sie noch einmal");
        browser.get(application.address("/account/me").toString());
        browser.findElement(By.cssSelector("button[popovertarget=new-codes]")).click();
        browser.findElement(By.id("codes:proof-code")).sendKeys(codes.get(7));
        click("codes:do-new-codes");
        assertThat(browser.findElements(By.cssSelector("#recovery-codes code"))).hasSize(10);
        browser.get(application.address("/account/me").toString());
        assertThat(browser.findElements(By.id("codes:proof-code")))
                .as("fresh for five minutes")
                .isEmpty();
        assertThat(text()).contains("Verbleibende Wiederherstellungscodes: 10");
    }

    @Test
    @Order(11)
    void anAdministratorSeesTheAccountAndErasesItAfterProvingWhoTheyAre() {
        browser.manage().deleteAllCookies();
        Browser.signIn(browser, application, "admin", "Schluessel-7bund");
        browser.get(application.address("/account/list?lang=de").toString());
        Browser.picture(browser, "account-list");
        assertThat(text()).contains("Sina Sommer");
        browser.get(application.address("/account/edit").toString());
        Browser.picture(browser, "account-edit");
        browser.get(application.address("/account/view?id=" + id).toString());
        Browser.picture(browser, "account-view");
        browser.findElement(By.cssSelector("button[popovertarget=erase]")).click();
        Browser.picture(browser, "account-erase");
        click("erasing:do-erase");
        await().until(ExpectedConditions.urlContains("/account/list"));
        assertThat(browser.findElement(By.tagName("table")).getText()).doesNotContain("Sina Sommer", USER);
        JsonObject erased = application.api().get("/api/v1/accounts/" + id).json();
        assertThat(erased.getString("state")).isEqualTo("erased");
        assertThat(erased.toString()).doesNotContain("Sina", "sommer");
    }

    @Test
    @Order(12)
    void administratorsCanNotShutThemselvesOut() {
        String admin = account("admin").getString("id");
        String automation = account("automation").getString("id");

        for (String own : List.of("/closing")) {
            assertThat(application
                            .api()
                            .post("/api/v1/accounts/" + automation + own)
                            .text())
                    .contains("access.refusal.yourself");
        }
        assertThat(application.api().delete("/api/v1/accounts/" + automation).text())
                .contains("access.refusal.yourself");
        assertThat(application.api().delete("/api/v1/accounts/" + admin).text())
                .contains("access.refusal.last-administrator");
        assertThat(application
                        .api()
                        .post("/api/v1/accounts/" + admin + "/closing")
                        .text())
                .contains("access.refusal.last-administrator");
        JsonObject demoted = Json.createObjectBuilder()
                .add("name", "Ada Minder")
                .add("email", "admin@countersign.example")
                .add("roles", Json.createArrayBuilder().add("legal"))
                .build();
        assertThat(application.api().put("/api/v1/accounts/" + admin, demoted).text())
                .contains("access.refusal.last-administrator");
        assertThat(account("admin").getString("state")).isEqualTo("open");
    }

    @Test
    @Order(13)
    void whoMayNotAdministerLearnsNothing() {
        browser.manage().deleteAllCookies();
        Browser.signIn(browser, application, "lena", "Seite8-bitte!");
        browser.get(application.address("/account/list").toString());
        assertThat(browser.findElements(By.tagName("table"))).isEmpty();
        browser.get(application.address("/account/view?id=" + id).toString());
        assertThat(browser.getPageSource()).doesNotContain("erased-");
    }

    @Test
    @Order(14)
    void nothingTellsWhetherThereIsAnAccount() {
        String known = answer("olga", "Falsch-geraten-1");

        assertThat(known).contains("passen nicht zusammen");
        assertThat(answer("nobody-of-that-name", "Falsch-geraten-1")).isEqualTo(known);
        assertThat(answer("automation", "Falsch-geraten-1"))
                .as("an account of programs, without a password")
                .isEqualTo(known);
        assertThat(answer("olga\r\nX-Evil: 1", "Falsch-geraten-1")).isEqualTo(known);
    }

    /** What the page says, without what differs each time. */
    private static String answer(String user, String password) {
        ApiClient.Answer answer = Session.of(application).tryPassword(user, password);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("X-Evil");
        return answer.text()
                .replaceAll("(?s)<footer.*", "")
                .replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("nonce=\"[^\"]*\"", "")
                .replaceAll("name=\"now\" content=\"[^\"]*\"", "");
    }

    @Test
    @Order(15)
    void aCookieThatIsMadeUpOrChangedIsNobodysSession() throws IOException, InterruptedException {
        for (String cookie :
                List.of("", "x", "../../etc", "0".repeat(64), "%00%0d%0aSet-Cookie:a=b", "a".repeat(3000))) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(application.address("/contract/list"))
                                    .header("Cookie", "countersign=" + cookie)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(cookie).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?then=");
        }
    }

    @Test
    @Order(16)
    void aPersonEndsTheirOtherSessions() {
        Session here = Session.of(application, "anton", "Nachweis-fuer-alles1");
        Session there = Session.of(application, "anton", "Nachweis-fuer-alles1");
        Map<String, String> form =
                new HashMap<>(Session.fields(here.get("/account/me").text()));
        form.keySet()
                .removeIf(name -> !name.equals("sessions")
                        && !name.equals("sessions:end-others")
                        && !name.startsWith("jakarta.faces."));

        assertThat(here.post("/account/me", form).status()).isEqualTo(302);
        assertThat(there.get("/contract/list").status()).isEqualTo(302);
        assertThat(here.get("/contract/list").status()).isEqualTo(200);
    }

    private static JsonObject account(String userName) {
        return application
                .api()
                .get("/api/v1/accounts")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(a -> a.getString("userName").equals(userName))
                .findFirst()
                .orElseThrow();
    }

    private static String forgotten(String typed) {
        browser.get(application.address("/welcome/forgotten?lang=de").toString());
        type("form:typed", typed);
        go();
        Browser.picture(browser, "access-forgotten");
        return browser.findElement(By.id("main")).getText();
    }

    private static String code() {
        return codeAt(Instant.now());
    }

    private static String codeAt(Instant at) {
        return new TimedCode(Base32.decode(secret)).at(at);
    }

    private static long kept() {
        return browser.findElements(By.cssSelector("[data-tick=kept]")).size();
    }

    private static long stillOpen() {
        return browser.findElements(By.cssSelector("[data-tick=open]")).size();
    }

    private static void signIn(String user, String password) {
        browser.manage().deleteAllCookies();
        browser.get(application.address("/sign-in?lang=de").toString());
        typeSignIn(user, password);
    }

    private static void typeSignIn(String user, String password) {
        type("form:user", user);
        type("form:password", password);
        go();
    }

    private static void type(String field, String text) {
        WebElement input = browser.findElement(By.id(field));
        input.clear();
        input.sendKeys(text);
    }

    private static void go() {
        Browser.leave(browser, browser.findElement(By.id("form:go")));
    }

    private static void click(String button) {
        Browser.leave(browser, await().until(ExpectedConditions.elementToBeClickable(By.id(button))));
    }

    private static String text() {
        return browser.findElement(By.tagName("body")).getText();
    }

    private static WebDriverWait await() {
        return new WebDriverWait(browser, Duration.ofMinutes(1));
    }

    /** The link in the n-th mail to the person. */
    private static String mailedLink(int nth) {
        Patience.until("a mail to " + MAIL, Duration.ofSeconds(90), () -> mails().size() >= nth);
        Matcher found =
                Pattern.compile("https?://\\S+?(/welcome/link\\?key=\\S+)").matcher(mails().get(nth - 1));
        assertThat(found.find()).isTrue();
        return application.address(found.group(1)).toString();
    }

    private static List<String> mails() {
        return Arrays.stream(SharedApplication.mail().getReceivedMessages())
                .filter(SignInIT::isToThem)
                .map(SignInIT::content)
                .toList();
    }

    private static boolean isToThem(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().equals(MAIL);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
