package app.countersign.announcement;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Subscribing to a processor's changes, and taking an announcement back. */
class SubscribingIT {

    private static final String CHANGES = "/api/v1/sub-processor-changes";
    private static final Pattern LINK = Pattern.compile("/portal/subscription\\?token=(\\S+)");

    private final RunningApplication application = SharedApplication.get();
    private final ApiClient api = application.api();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String address = "abo-" + mark + "@reader.example";

    /** Mails to the address whose subject says that. */
    private List<MimeMessage> received(String subject) {
        return Arrays.stream(SharedApplication.mail().getReceivedMessages())
                .filter(mail -> to(mail).contains(address) && subject(mail).contains(subject))
                .toList();
    }

    private MimeMessage awaited(String subject) {
        Patience.until(
                "a mail says " + subject,
                Duration.ofMinutes(1),
                () -> !received(subject).isEmpty());
        return received(subject).get(0);
    }

    private static String to(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return Optional.ofNullable(mail.getSubject()).orElse("");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String subProcessor() {
        return made(api.post(
                        "/api/v1/sub-processors",
                        Json.createObjectBuilder()
                                .add("processor", "oculavis")
                                .add("name", "Wolke " + mark)
                                .add("country", "DE")
                                .add("service", "Hosting")
                                .add("places", Json.createArrayBuilder(List.of("DE")))
                                .add("personal", "yes")
                                .add("basis", "signed")
                                .build()))
                .getString("id");
    }

    @Test
    void whoConfirmsIsToldOnceOfAChangeAndOfItsWithdrawal() throws MessagingException {
        ChromeDriver browser = Browser.fresh();
        browser.get(application
                .address("/portal/sub-processors?of=oculavis&lang=de")
                .toString());
        browser.findElement(By.id("subscribe:email")).sendKeys("keine Adresse");
        Browser.leave(browser, browser.findElement(By.id("subscribe:ask")));
        assertThat(browser.getCurrentUrl()).doesNotContain("asked");
        Browser.pictures(browser, "portal-subscribe");
        browser.findElement(By.id("subscribe:email")).clear();
        browser.findElement(By.id("subscribe:email")).sendKeys(address);
        Browser.leave(browser, browser.findElement(By.id("subscribe:ask")));
        String asked = browser.findElement(By.cssSelector("p[role=status]")).getText();
        MimeMessage asking = awaited("bestätigen");
        Matcher link = LINK.matcher(text(asking));
        assertThat(link.find()).isTrue();
        String token = link.group(1);

        browser.get(application
                .address("/portal/subscription?lang=de&token=" + token)
                .toString());
        Browser.pictures(browser, "portal-subscription");
        Browser.leave(browser, browser.findElement(By.id("subscription:confirm")));
        assertThat(browser.findElement(By.id("main")).getText()).contains("Wir schreiben Ihnen, wenn oculavis");
        // Sent again for an address that is subscribed: the page says the same, and no second mail goes out so soon.
        browser.get(application
                .address("/portal/sub-processors?of=oculavis&lang=de")
                .toString());
        browser.findElement(By.id("subscribe:email")).sendKeys(address);
        Browser.leave(browser, browser.findElement(By.id("subscribe:ask")));
        assertThat(browser.findElement(By.cssSelector("p[role=status]")).getText())
                .isEqualTo(asked);

        String cloud = subProcessor();
        Answer announced = api.post(
                CHANGES,
                Json.createObjectBuilder()
                        .add("kind", "new")
                        .add("subProcessor", cloud)
                        .add("on", Agreements.today().plusDays(40).toString())
                        .add("words", "Mehr Leistung " + mark)
                        .build());
        assertThat(announced.status()).as(announced.text()).isEqualTo(202);
        String id = announced.json().getString("id");
        MimeMessage told = awaited("Änderung bei den Unterauftragsverarbeitern, Wolke " + mark);
        assertThat(text(told)).contains("Mehr Leistung " + mark, token);
        assertThat(told.getHeader("List-Unsubscribe")[0])
                .startsWith("<http")
                .endsWith("/portal/unsubscribe?token=" + token + ">");
        assertThat(told.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");

        browser.get(application
                .address("/portal/sub-processors?of=oculavis&lang=de")
                .toString());
        assertThat(browser.findElement(By.id("main")).getText()).contains("Wer Daten bearbeiten wird", "Wolke " + mark);
        Browser.pictures(browser, "portal-register");
        withdrawn(id, cloud);
        assertThat(text(awaited("zurückgezogen, Wolke " + mark))).contains("Verwechslung " + mark);
        assertThat(received("Wolke " + mark)).hasSize(2);
        assertThat(received("bestätigen")).hasSize(1);
        ended(token);
    }

    private void withdrawn(String id, String cloud) {
        assertThat(good(api.get("/api/v1/sub-processors/" + cloud)).json().containsKey("since"))
                .isTrue();
        assertThat(Agreements.fields(problem(
                        api.post(
                                CHANGES + "/" + id + "/withdrawal",
                                Json.createObjectBuilder().add("reason", " ").build()),
                        422)))
                .containsExactly("reason");
        JsonObject why =
                Json.createObjectBuilder().add("reason", "Verwechslung " + mark).build();
        assertThat(api.post(CHANGES + "/" + id + "/withdrawal", why).status()).isEqualTo(202);

        problem(api.post(CHANGES + "/" + id + "/withdrawal", why), 409);
        Patience.until(
                "everybody knows",
                Duration.ofMinutes(1),
                () -> good(api.get(CHANGES + "/" + id)).json().getBoolean("retold"));
        assertThat(good(api.get("/api/v1/sub-processors/" + cloud)).json().containsKey("since"))
                .isFalse();
        assertThat(Session.of(application)
                        .get("/portal/sub-processors.atom?of=oculavis")
                        .text())
                .contains("Verwechslung " + mark);
        assertThat(good(api.get("/api/v1/trail?object=" + id + "&event=sub-processor-change-withdrawn"))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
    }

    private void ended(String token) {
        ApiClient mailProgram = api.withKey(null);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(mailProgram
                            .send(
                                    "POST",
                                    "/portal/unsubscribe?token=" + token,
                                    "List-Unsubscribe=One-Click",
                                    "application/x-www-form-urlencoded")
                            .status())
                    .isEqualTo(204);
        }
        String page = Session.of(application)
                .get("/portal/subscription?lang=de&token=" + token)
                .text();
        assertThat(page).contains("öffnet kein Abonnement").doesNotContain(address);
        String trail = good(api.get("/api/v1/trail?object=" + token.substring(0, token.indexOf('.'))))
                .text();
        assertThat(trail)
                .contains("subscription-confirmed", "subscription-ended")
                .doesNotContain(address);
    }
}
