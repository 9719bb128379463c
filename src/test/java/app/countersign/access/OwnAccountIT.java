package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What people do with their own account, from two browsers at a time, and what the trail tells of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnAccountIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String NAME = "o" + UUID.randomUUID().toString().substring(0, 8);
    private static final String FIRST = "Zwei-Fenster-9";
    private static final String SECOND = "Drei-Fenster-9";
    private static final String PAGE = "/account/me";

    private static RunningApplication application;
    private static ApiClient api;
    private static String id;
    private static Session here;
    private static Session there;

    @BeforeAll
    static void somebodySignsInTwice() {
        application = SharedApplication.get();
        api = application.api();
        id = Agreements.made(api.post(
                        "/api/v1/accounts",
                        Json.createObjectBuilder()
                                .add("userName", NAME)
                                .add("name", "Orla Oben")
                                .add("email", NAME + "@example.org")
                                .add("roles", Json.createArrayBuilder(List.of("legal")))
                                .build()))
                .getString("id");
        Session stranger = Session.of(application);
        String link = mailedLink();
        Map<String, String> fields = Session.fields(stranger.get(link).text());
        fields.put("form:password", FIRST);
        fields.put("form:again", FIRST);
        stranger.post(link, fields);
        here = Session.of(application, NAME, FIRST);
        there = Session.of(application, NAME, FIRST);
    }

    @Test
    @Order(1)
    void anotherPasswordTakesTheOneOfBefore() {
        assertThat(choose("Nicht-meins-7", SECOND).text()).contains("id=\"password-form:present-message\"");
        assertThat(there.get(PAGE).status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void anotherPasswordEndsTheOtherSessionsAndKeepsThisOne() {
        choose(FIRST, SECOND);

        assertThat(here.get(PAGE).status()).isEqualTo(200);
        assertThat(there.get(PAGE).status()).isEqualTo(302);
        there = Session.of(application, NAME, SECOND);
    }

    @Test
    @Order(3)
    void aPersonSeesTheirSessionsAndEndsTheOthers() {
        String page = here.get(PAGE).text();
        assertThat(page.split("end-session", -1)).as("one besides this one").hasSize(2);

        here.post(PAGE, form(page, "sessions", "sessions:end-others"));

        assertThat(here.get(PAGE).status()).isEqualTo(200);
        assertThat(there.get(PAGE).status()).isEqualTo(302);
    }

    /** Between showing the page and pressing the button another row has come in, and the rows stand elsewhere. */
    @Test
    @Order(4)
    void theSessionThatIsEndedIsTheOneThatTheButtonStoodBeside() {
        Set<String> before = sessions(here.get(PAGE).text());
        Session meant = Session.of(application, NAME, SECOND);
        String page = here.get(PAGE).text();
        Set<String> shown = sessions(page);
        shown.removeAll(before);
        Session later = Session.of(application, NAME, SECOND);

        Map<String, String> pressed = form(page, "sessions", "end-session");
        pressed.put("end-session", shown.iterator().next());
        assertThat(here.post(PAGE, pressed).status()).isEqualTo(302);

        assertThat(shown).hasSize(1);
        assertThat(meant.get(PAGE).status()).as("ended").isEqualTo(302);
        assertThat(later.get(PAGE).status()).as("not ended").isEqualTo(200);
        pressed.put("end-session", "1");
        assertThat(here.post(PAGE, pressed).text()).as("no row's id").contains("gibt es nicht mehr");
        assertThat(later.get(PAGE).status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void theTrailTellsOfSigningInOfFailuresAndOfEnds() {
        Session guessing = Session.of(application);
        Map<String, String> wrong = Session.fields(guessing.get("/sign-in").text());
        wrong.put("form:user", NAME);
        wrong.put("form:password", FIRST);
        guessing.post("/sign-in", wrong);

        assertThat(events()).contains("signed-in", "sign-in-failed", "password-changed", "signed-out");
    }

    @Test
    @Order(6)
    void anAdministratorSignsAPersonOutEverywhereAndTheyMaySignInAgain() {
        assertThat(api.delete("/api/v1/accounts/" + id + "/sessions").status()).isEqualTo(204);

        assertThat(here.get(PAGE).status()).isEqualTo(302);
        here = Session.of(application, NAME, SECOND);
        assertThat(here.get(PAGE).status()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void aClosedAccountIsOutAtOnce() {
        Agreements.good(api.post("/api/v1/accounts/" + id + "/closing"));

        assertThat(here.get(PAGE).status()).isEqualTo(302);
        assertThat(here.get("/contract/list").status()).isEqualTo(302);
    }

    @Test
    @Order(8)
    void whoIsErasedIsNowhereInTheTrailAndTheTrailIsWhole() {
        Agreements.good(api.post("/api/v1/accounts/" + id + "/reopening"));
        assertThat(trail()).contains("Orla Oben");

        assertThat(api.delete("/api/v1/accounts/" + id).status()).isEqualTo(204);

        assertThat(trail()).contains("account-erased").doesNotContain("Orla", NAME);
        assertThat(events()).as("what was done is still told").contains("signed-in", "password-changed");
        String run = api.post("/api/v1/trail/verification").json().getString("id");
        String path = "/api/v1/trail/verification/" + run;
        Patience.until("it is verified", SOON, () -> api.get(path).json().getBoolean("finished"));
        assertThat(api.get(path).json().getBoolean("whole")).isTrue();
    }

    private static Answer choose(String present, String password) {
        Map<String, String> fields = form(here.get(PAGE).text(), "password-form", "password-form:change-password");
        fields.put("password-form:present", present);
        fields.put("password-form:password", password);
        fields.put("password-form:again", password);
        return here.post(PAGE, fields);
    }

    /** The ids of those that the page offers to end. */
    private static Set<String> sessions(String page) {
        return Pattern.compile("name=\"end-session\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(button -> button.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Of the fields of a page those that a browser would send with that form, and the button that was pressed. */
    private static Map<String, String> form(String page, String form, String button) {
        Map<String, String> sent = new LinkedHashMap<>();
        Session.fields(page).forEach((name, value) -> {
            if (name.equals(form) || name.startsWith("jakarta.faces.")) {
                sent.put(name, value);
            }
        });
        sent.put(button, "");
        return sent;
    }

    private static String trail() {
        return api.get("/api/v1/trail?limit=200&object=" + id).text();
    }

    private static List<String> events() {
        return api
                .get("/api/v1/trail?limit=200&object=" + id)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(item -> item.getString("event"))
                .toList();
    }

    private static String mailedLink() {
        Pattern link = Pattern.compile("https?://\\S+?(/welcome/link\\?key=\\S+)");
        Patience.until("the invitation", SOON, () -> mails().stream().anyMatch(mail -> mail.contains("/welcome/link")));
        Matcher found = link.matcher(mails().get(0));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static List<String> mails() {
        return Arrays.stream(SharedApplication.mail().getReceivedMessages())
                .filter(OwnAccountIT::isToThem)
                .map(OwnAccountIT::content)
                .toList();
    }

    private static boolean isToThem(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().contains(NAME);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
