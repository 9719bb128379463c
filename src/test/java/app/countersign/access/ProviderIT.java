package app.countersign.access;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Sign-in at a company's provider, and the limits on requests, both against an application with settings of its own. */
class ProviderIT {

    private static final Map<String, Object> LEGAL = Map.of(
            "groups", List.of("Staff", "Legal"), "name", "Zoë Muster", "preferred_username", "zoe@okomo.example");

    private static Company company;
    private static RunningApplication application;

    private final Surfer surfer = new Surfer(application.address("/"));

    @BeforeAll
    static void start() throws IOException {
        company = new Company(RunningApplication.freePort());
        company.open();
        application = RunningApplication.with(Map.ofEntries(
                Map.entry("oidc.issuer", company.issuer()),
                Map.entry("oidc.client.id", Company.CLIENT),
                Map.entry("oidc.client.secret", Company.SECRET),
                Map.entry("oidc.label", "Okomo"),
                Map.entry("oidc.enter", "Staff"),
                Map.entry("oidc.roles", "Legal=legal; Signers=legal,signatory"),
                Map.entry("oidc.processors", "Legal=okomo"),
                Map.entry("oidc.provision", "true"),
                Map.entry("oidc.secondfactor", "mfa"),
                Map.entry("rate.key", "40"),
                Map.entry("rate.verify", "3"),
                Map.entry("rate.link", "4"),
                Map.entry("rate.refused", "5")));
    }

    @AfterAll
    static void stop() {
        application.close();
        company.close();
    }

    @BeforeEach
    void openTheCompany() {
        company.open();
    }

    @Test
    void the_sign_in_page_offers_the_provider_only_where_there_is_one() {
        assertThat(surfer.page("/sign-in?then=/party/list"))
                .contains("id=\"elsewhere\"", "Mit Okomo anmelden", "/sign-in/provider?then=%2Fparty%2Flist");
        Surfer other = new Surfer(SharedApplication.get().address("/"));
        assertThat(other.page("/sign-in")).doesNotContain("elsewhere");
        assertThat(other.get("/sign-in/provider").statusCode()).isEqualTo(404);
    }

    @Test
    void somebody_of_the_company_gets_an_account_and_comes_to_where_they_wanted() {
        company.says("zoe", LEGAL);

        URI arrived = back(surfer.leave("/party/list?q=a"));

        assertThat(arrived.getPath()).isEqualTo("/party/list");
        assertThat(surfer.page("/help")).contains("Zoë Muster", "Rechtsabteilung");
        assertThat(surfer.cookies()).noneMatch(cookie -> cookie.getName().equals("countersign-provider"));
    }

    @Test
    void groups_are_looked_at_on_each_sign_in() {
        signIn("mover", Map.of("groups", List.of("Staff", "Legal"), "name", "Mo Ver"));
        assertThat(surfer.page("/help")).contains(role("Rechtsabteilung")).doesNotContain(role("Zeichnungsberechtigt"));
        surfer.forgetAll();

        signIn("mover", Map.of("groups", List.of("Staff", "Signers"), "name", "Mo Ver", "amr", List.of("pwd", "mfa")));
        assertThat(surfer.page("/help")).contains(role("Rechtsabteilung"), role("Zeichnungsberechtigt"));
        surfer.forgetAll();

        assertTurnedAway(signIn("mover", Map.of("groups", List.of("Staff"))), "not-admitted");
    }

    @Test
    void a_sign_in_there_without_a_second_factor_is_asked_for_ours() {
        Map<String, Object> signer = Map.of("groups", List.of("Staff", "Signers"), "name", "Si Gner");

        signIn("signer", signer);

        assertThat(surfer.isSignedIn()).isFalse();
        assertThat(surfer.follow(URI.create("/contract/list")).getPath()).isEqualTo("/welcome/factor");
    }

    /** As the account's menu shows it. */
    private static String role(String name) {
        return "<div class=\"faint\">" + name + "</div>";
    }

    @Test
    void who_is_in_no_group_of_ours_may_not_enter() {
        URI told = signIn("outsider", Map.of("groups", List.of("Legal"), "name", "Out Sider"));

        assertTurnedAway(told, "not-admitted");
        assertThat(surfer.get(told).body()).contains("Ihr Unternehmen kennt Sie");
        assertTurnedAway(signIn("grouplessly", Map.of("name", "Group Less")), "not-admitted");
        assertTurnedAway(signIn("odd", Map.of("groups", Map.of("Staff", true))), "not-admitted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsigned",
                "with-our-secret",
                "cut",
                "changed",
                "other-errand",
                "other-issuer",
                "other-client",
                "too-old"
            })
    void a_token_that_the_provider_has_not_signed_for_us_and_this_errand_just_now_is_refused(String how)
            throws ParseException, JOSEException {
        assertTurnedAway(arriveWith(how), "nonsense");
    }

    @Test
    void a_token_brought_the_same_way_is_taken_if_nothing_is_wrong_with_it() throws ParseException, JOSEException {
        arriveWith("good");
        assertThat(surfer.isSignedIn()).isTrue();
    }

    private URI arriveWith(String how) throws ParseException, JOSEException {
        // The provider's description and keys are fetched before, so that the next thing asked of it is the token.
        signIn("warm-up", LEGAL);
        surfer.forgetAll();
        URI errand = surfer.leave("/");
        URI callback = surfer.follow(errand);
        String token = forged(how, Surfer.parameter(errand, "nonce"));
        company.answers(
                200,
                "application/json",
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
        return surfer.follow(callback);
    }

    private static String forged(String how, String nonce) throws ParseException, JOSEException {
        Map<String, Object> claims = new HashMap<>(LEGAL);
        claims.put("nonce", how.equals("other-errand") ? "another-nonce" : nonce);
        if (how.equals("other-issuer")) {
            claims.put("iss", "https://elsewhere.example");
        }
        String audience = how.equals("other-client") ? "another-client" : Company.CLIENT;
        String good = company.token("zoe", audience, claims, how.equals("too-old") ? -300 : 300);
        JWTClaimsSet set = SignedJWT.parse(good).getJWTClaimsSet();
        return switch (how) {
            case "unsigned" -> new PlainJWT(set).serialize();
            case "with-our-secret" -> {
                SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
                jwt.sign(new MACSigner(Company.SECRET));
                yield jwt.serialize();
            }
            case "cut" -> good.substring(0, good.lastIndexOf('.') + 1);
            case "changed" -> {
                String[] parts = good.split("\\.");
                JWTClaimsSet boss =
                        new JWTClaimsSet.Builder(set).subject("boss").build();
                yield parts[0] + "." + new PlainJWT(boss).serialize().split("\\.")[1] + "." + parts[2];
            }
            default -> good;
        };
    }

    @Test
    void an_answer_is_taken_once_and_only_in_the_browser_that_asked() {
        company.says("zoe", LEGAL);
        URI callback = surfer.follow(surfer.leave("/party/list"));
        HttpCookie ticket = surfer.cookies().stream()
                .filter(cookie -> cookie.getName().equals("countersign-provider"))
                .findFirst()
                .orElseThrow();

        Surfer thief = new Surfer(application.address("/"));
        URI told = thief.follow(callback);
        assertThat(Surfer.parameter(told, "provider")).isEqualTo("stale");
        assertThat(thief.isSignedIn()).isFalse();

        surfer.follow(callback);
        assertThat(surfer.isSignedIn()).isTrue();

        thief.take(ticket);
        assertThat(Surfer.parameter(thief.follow(callback), "provider")).isEqualTo("stale");
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void a_changed_state_ticket_or_code_opens_nothing_and_the_wish_is_kept() {
        URI callback = surfer.follow(surfer.leave("/party/list"));
        String state = Surfer.parameter(callback, "state");

        URI told = surfer.follow(URI.create(callback.toString().replace(state, "x" + state.substring(1))));
        assertTurnedAway(told, "stale");
        assertThat(Surfer.parameter(told, "then")).isEqualTo("/party/list");

        HttpCookie forged = new HttpCookie("countersign-provider", "AAAA");
        forged.setPath("/sign-in");
        surfer.take(forged);
        assertTurnedAway(surfer.follow(callback), "stale");
        surfer.forgetAll();

        URI second = surfer.follow(surfer.leave("/party/list"));
        String code = Surfer.parameter(second, "code");
        assertTurnedAway(surfer.follow(URI.create(second.toString().replace(code, "another-code"))), "nonsense");
        assertTurnedAway(surfer.follow(URI.create("/sign-in/return")), "stale");
    }

    @Test
    void who_declines_there_can_go_on_here() {
        URI errand = surfer.leave("/party/list");
        URI told = surfer.follow(URI.create("/sign-in/return?error=access_denied&error_description=%3Cb%3E&state="
                + Surfer.parameter(errand, "state")));

        assertTurnedAway(told, "declined");
        assertThat(surfer.get(told).body()).contains("Dort wurden Sie nicht angemeldet");
    }

    @Test
    void a_provider_that_is_away_is_told_of_and_understood_when_it_is_back() {
        company.says("zoe", LEGAL);
        URI callback = surfer.follow(surfer.leave("/party/list"));
        company.close();

        URI told = surfer.follow(callback);
        assertTurnedAway(told, "away");
        assertThat(Surfer.parameter(told, "then")).isEqualTo("/party/list");
        assertThat(surfer.get(told).body()).contains("antwortet gerade nicht");
        assertTurnedAway(surfer.leave("/party/list"), "away");

        company.open();
        assertThat(signIn("zoe", LEGAL).getPath()).isEqualTo("/");
        assertThat(surfer.isSignedIn()).isTrue();
    }

    @Test
    void nonsense_is_no_sign_in() {
        URI callback = surfer.follow(surfer.leave("/"));
        company.answers(200, "text/html", "<html>Please wait</html>");
        assertTurnedAway(surfer.follow(callback), "nonsense");

        company.answers(200, "application/json", "{\"issuer\": \"https://elsewhere.example\"}");
        assertTurnedAway(surfer.leave("/"), "nonsense");
        company.answers(200, "application/json", "[".repeat(100_000));
        assertTurnedAway(surfer.leave("/"), "nonsense");
        company.answers(200, "application/json", " ".repeat(1_000_000));
        assertTurnedAway(surfer.leave("/"), "away");
        company.answers(302, "text/html", "elsewhere");
        assertTurnedAway(surfer.leave("/"), "away");
    }

    @Test
    void changed_keys_are_understood_at_the_next_sign_in() {
        assertThat(signIn("zoe", LEGAL).getPath()).isEqualTo("/");
        surfer.forgetAll();

        company.changeKey("second");
        assertThat(signIn("zoe", LEGAL).getPath()).as("another name").isEqualTo("/");
        surfer.forgetAll();
        company.changeKey("second");
        assertThat(signIn("zoe", LEGAL).getPath()).as("the same name").isEqualTo("/");
        assertThat(surfer.isSignedIn()).isTrue();
    }

    @Test
    void nobody_is_led_to_another_host() {
        company.says("zoe", LEGAL);
        assertThat(back(surfer.leave("//evil.example/")).getHost()).isEqualTo("localhost");
        company.says("zoe", LEGAL);
        assertThat(back(surfer.leave("https://evil.example/")).getHost()).isEqualTo("localhost");
    }

    @Test
    void no_secret_is_in_the_log() {
        URI callback = surfer.follow(surfer.leave("/"));
        company.answers(200, "application/json", "{\"id_token\": \"eyJhbGciOiJub25lIn0.eyJzdWIiOiJ6b2UifQ.\"}");
        surfer.follow(callback);

        String log = String.join("\n", application.output());
        assertThat(log).contains("sign-in at the provider");
        assertThat(log)
                .doesNotContain(Company.SECRET, Surfer.parameter(callback, "code"), Surfer.parameter(callback, "state"))
                .doesNotContainPattern("eyJ[A-Za-z0-9_-]{20}");
    }

    @Test
    void the_page_looks_as_it_should() {
        ChromeDriver browser = Browser.fresh();
        browser.get("http://localhost:" + application.address("/").getPort() + "/sign-in?provider=away");
        Browser.picture(browser, "sign-in-provider");

        assertThat(browser.findElement(By.cssSelector(".notes .wrong")).getText())
                .isNotBlank();
        company.says("zoe", LEGAL);
        browser.findElement(By.id("elsewhere")).click();
        assertThat(browser.findElements(By.cssSelector(".account-name"))).hasSize(1);
    }

    @Test
    void a_key_that_asks_too_often_is_told_when_to_come_again_and_no_other_is() {
        ApiClient first = key();
        ApiClient second = key();

        List<Answer> answers = IntStream.range(0, 90)
                .mapToObj(i -> first.get("/api/v1/templates"))
                .toList();

        // Two minutes' worth, if a new one began meanwhile.
        assertThat(answers.stream().filter(answer -> answer.status() == 200).count())
                .isBetween(40L, 80L);
        Answer refused = answers.stream()
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow();
        assertThat(problem(refused, 429).headers().firstValue("Retry-After").orElse(""))
                .matches("[1-9]\\d?");
        good(second.get("/api/v1/templates"));
    }

    @Test
    void strangers_who_ask_too_often_are_told_so_too() {
        ApiClient nobody = application.api().withKey(null);
        assertThat(IntStream.range(0, 7)
                        .mapToObj(i -> nobody.upload("/api/v1/verifications", "a.pdf", new byte[] {1})
                                .status()))
                .contains(429);
        ApiClient guesser = application.api().withKey(KeyText.random());
        assertThat(IntStream.range(0, 11)
                        .mapToObj(i -> guesser.get("/api/v1/contracts").status()))
                .contains(401, 429);
        HttpResponse<String> last = IntStream.range(0, 9)
                .mapToObj(i -> surfer.get("/portal/contract?link=" + UUID.randomUUID()))
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(last.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d?");
        assertThat(last.body()).contains("Zu viele Anfragen");
    }

    private static ApiClient key() {
        Answer made = application
                .api()
                .post(
                        "/api/v1/keys",
                        Json.createObjectBuilder()
                                .add("label", "A busy program")
                                .add("scopes", Json.createArrayBuilder(List.of("templates:read")))
                                .build());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return application.api().withKey(made.json().getString("key"));
    }

    private URI signIn(String subject, Map<String, Object> claims) {
        company.says(subject, claims);
        return back(surfer.leave("/"));
    }

    /** Through the provider's page and back. */
    private URI back(URI errand) {
        return surfer.follow(surfer.follow(errand));
    }

    private void assertTurnedAway(URI told, String why) {
        assertThat(told.getPath()).isEqualTo("/sign-in");
        assertThat(Surfer.parameter(told, "provider")).isEqualTo(why);
        assertThat(surfer.isSignedIn()).isFalse();
    }
}
