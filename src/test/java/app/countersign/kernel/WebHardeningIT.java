package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.Patience;
import app.countersign.it.Person;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.JsonArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What strangers, other sites and forgers are kept from, over HTTP and in a browser. */
class WebHardeningIT {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Pattern INSIDES =
            Pattern.compile("Exception[:<]|\\bat [\\w.$/]+\\(|java\\.lang\\.|app\\.countersign\\.[a-z]+\\.[A-Z]"
                    + "|org\\.(apache|eclipse|glassfish|jboss)|com\\.sun|Payara|GlassFish|Grizzly");

    private static RunningApplication application;
    private static ApiClient api;
    private static ApiClient stranger;
    private static Person lena;

    @BeforeAll
    static void signIn() {
        application = SharedApplication.get();
        api = application.api();
        stranger = api.withKey(null);
        lena = Person.signedIn(application, "lena", "Seite8-bitte!");
    }

    static Stream<String> pages() throws IOException {
        return Files.walk(WEBAPP)
                .filter(file -> file.toString().endsWith(".xhtml") && !file.startsWith(WEBAPP.resolve("WEB-INF")))
                .map(file -> "/" + WEBAPP.relativize(file).toString().replace(".xhtml", ""))
                .sorted();
    }

    // What every answer says

    static Stream<String> answers() throws IOException {
        return Stream.concat(
                pages(),
                Stream.of(
                        "/",
                        "/nothing-here",
                        "/portal/file?link=no",
                        "/sign/no",
                        "/favicon.svg",
                        "/health/ready",
                        "/health",
                        "/metrics",
                        "/openapi",
                        "/api/v1/contracts",
                        "/api/v1/nothing",
                        "/jakarta.faces.resource/css/base.css.xhtml"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerTellsTheBrowserWhatToRefrainFrom(String path) {
        for (HttpHeaders headers :
                List.of(stranger.get(path).headers(), lena.get(path).headers())) {
            assertThat(value(headers, "Content-Security-Policy"))
                    .contains(
                            "default-src 'self'",
                            "frame-ancestors 'none'",
                            "object-src 'none'",
                            "base-uri 'none'",
                            "form-action 'self'",
                            "script-src 'self'",
                            "style-src 'self'")
                    .doesNotContainPattern("(script-src|style-src|default-src) [^;]*unsafe")
                    .doesNotContain("http:", "https:", "*");
            assertThat(value(headers, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(value(headers, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(value(headers, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(value(headers, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(value(headers, "Permissions-Policy")).contains("camera=()");
            assertThat(headers.firstValue("Server").or(() -> headers.firstValue("X-Powered-By")))
                    .isEmpty();
            assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyBodyNamesItsTypeAndEncoding(String path) {
        HttpResponse<String> answer = lena.get(path);

        if (!answer.body().isEmpty()) {
            assertThat(value(answer.headers(), "Content-Type"))
                    .matches(
                            "(text/html|application/xhtml\\+xml|text/css|application/json); ?charset=UTF-8|image/svg\\+xml|application/problem\\+json"
                                    + "|text/css|text/plain|application/json");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageIsStored(String path) {
        assertThat(value(lena.get(path).headers(), "Cache-Control")).isEqualTo("no-store");
        assertThat(value(api.get("/api/v1/contracts").headers(), "Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void aDocumentIsStoredByNobodyAndIsWhatItSaysItIs() {
        String id = someContract("?state=issued");
        HttpHeaders headers =
                api.get("/api/v1/contracts/" + id + "/documents/issued").headers();

        assertThat(value(headers, "Cache-Control")).isEqualTo("no-store");
        assertThat(value(headers, "Content-Type")).isEqualTo("application/pdf");
        assertThat(value(headers, "Content-Disposition")).startsWith("attachment; filename=\"");
        assertThat(value(headers, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void eachPageHasANonceOfItsOwn() {
        List<String> nonces = Stream.generate(() -> stranger.get("/sign-in"))
                .limit(5)
                .map(page -> value(page.headers(), "Content-Security-Policy").replaceAll(".*'nonce-([^']+)'.*", "$1"))
                .toList();

        assertThat(nonces).doesNotHaveDuplicates().allMatch(nonce -> nonce.length() >= 32);
    }

    @Test
    void pagesRunWithoutWhatThePolicyRefuses() throws IOException {
        ChromeDriver browser = Browser.fresh();
        Browser.signIn(browser, application, "lena", "Seite8-bitte!");
        String id = someContract("");
        List<String> visited = new ArrayList<>(pages().toList());
        for (String tab : List.of("page", "documents", "terms", "history", "mails", "link")) {
            visited.add("/contract/view?id=" + id + "&tab=" + tab);
        }
        visited.addAll(List.of("/contract/new?template=okomo-dpa", "/template/view?code=okomo-dpa", "/search?q=a"));
        for (String path : visited) {
            browser.get(application.address(path).toString());
            assertThat(Browser.refusals()).as(path).isEmpty();
        }
        assertThat(visited).hasSizeGreaterThan(25);
    }

    @Test
    void whatThePolicyRefusesIsNoticed() {
        ChromeDriver browser = Browser.fresh();
        browser.get(application.address("/sign-in").toString());
        browser.executeScript(
                "document.head.appendChild(document.createElement('style')).textContent = 'a {color: red}'");
        assertThat(Browser.refusals()).isNotEmpty();
        browser.executeScript("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>');"
                + "document.body.appendChild(document.createElement('script')).textContent = 'window.owned = true'");
        assertThat(browser.executeScript("return window.owned")).isNull();
        assertThat(Browser.refusals()).isNotEmpty();
    }

    // Cookies

    @Test
    void theSessionsCookieIsHiddenFromScriptsAndFromOtherSites() {
        List<String> cookies = stranger.get("/sign-in?lang=de").headers().allValues("Set-Cookie");

        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie ->
                        assertThat(cookie).contains("HttpOnly", "Path=/").containsPattern("(?i)samesite=lax"));
        assertThat(cookies.get(0)).matches("countersign=[0-9a-f]{64};.*");
    }

    @Test
    void aSessionIdThatSomebodyPlantedIsNotTakenOver() {
        String planted = "ab".repeat(32);
        HttpResponse<String> page = new Person(application).get("/sign-in", "Cookie", "countersign=" + planted);

        assertThat(value(page.headers(), "Set-Cookie")).doesNotContain(planted);
        assertThat(page.body()).doesNotContain("jsessionid", planted);
    }

    @Test
    void signingInGivesTheSessionAnotherId() {
        Person person = new Person(application);
        Map<String, String> form = person.form("/sign-in", "form");
        String before = person.cookies();
        form.putAll(Map.of("form:user", "lena", "form:password", "Seite8-bitte!", "form:go", ""));
        person.post("/sign-in", form);

        assertThat(person.cookies()).isNotEqualTo(before);
        assertThat(new Person(application).get("/help", "Cookie", before).statusCode())
                .as("the id from before is worth nothing")
                .isEqualTo(302);
    }

    // Requests that are forged

    @Test
    void aParameterThatIsGivenTwiceDoesNoHarm() {
        assertThat(lena.get("/search?q=a&q=b").statusCode()).isEqualTo(200);
        assertThat(lena.get("/contract/list?state=draft&state=no-such").statusCode())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/contracts?limit=1&limit=100000").status()).isLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aFormWithoutItsPagesTokenIsRefused(String path) {
        Map<String, String> leaving = Map.of("account", "account", "account:sign-out", "", "form", "form");

        assertThat(lena.post(path, leaving).statusCode()).isEqualTo(403);
        assertThat(lena.get("/help").statusCode()).as("still signed in").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stateless", "1:1", "-1234567890:1234567890", "e1s1", ""})
    void aTokenThatIsMadeUpMovesNothing(String token) {
        Map<String, String> leaving =
                Map.of("account", "account", "account:sign-out", "", "jakarta.faces.ViewState", token);

        lena.post("/help", leaving);

        assertThat(lena.get("/help").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void aTokenIsWorthNothingInAnotherSession() {
        Person other = Person.signedIn(application, "lena", "Seite8-bitte!");
        Map<String, String> leaving = other.form("/help", "account");
        leaving.put("account:sign-out", "");

        lena.post("/help", leaving);
        assertThat(lena.get("/help").statusCode()).as("still signed in").isEqualTo(200);

        assertThat(other.post("/help", leaving).statusCode()).isEqualTo(302);
        assertThat(other.get("/help").statusCode()).as("signed out").isEqualTo(302);
    }

    @Test
    void aTokenCannotBeGuessed() {
        List<String> tokens = Stream.generate(
                        () -> lena.form("/help", "account").get("jakarta.faces.ViewState"))
                .limit(10)
                .toList();

        assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.matches("-?\\d{15,}:-?\\d{15,}"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatAnotherSiteSendsIsRefused(String path) {
        Map<String, String> form = lena.form("/help", "account");

        assertThat(lena.post(path, form, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(lena.post(path, form, "Sec-Fetch-Site", "same-site").statusCode())
                .isEqualTo(403);
        assertThat(lena.post(path, form, "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(lena.post(path, form, "Origin", "null").statusCode()).isEqualTo(403);
    }

    @Test
    void noOperationOfTheApiTakesASessionForAKey() throws IOException {
        List<String> wrong = new ArrayList<>();
        JsonNode paths = new ObjectMapper()
                .readTree(api.get("/openapi?format=JSON").body())
                .get("paths");
        paths.fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    String address = address(path.getKey());
                    if (!address.endsWith("/verifications") && METHODS.contains(method)) {
                        int status = lena.send(
                                        address, method.toUpperCase(Locale.ROOT), "", "Accept", "application/json")
                                .statusCode();
                        if (status != 401) {
                            wrong.add(method + " " + address + " " + status);
                        }
                    }
                }));

        assertThat(paths.size()).isGreaterThan(15);
        assertThat(wrong).isEmpty();
    }

    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

    /** With something in the place of each parameter. */
    private static String address(String path) {
        String filled = path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return filled.startsWith("/api/") ? filled : "/api/v1" + filled;
    }

    @Test
    void theApiAnswersNoOtherSite() {
        HttpResponse<String> sent = lena.send(
                "/api/v1/contracts",
                "POST",
                "{}",
                "Authorization",
                "Bearer " + RunningApplication.API_KEY,
                "Origin",
                "https://evil.example");
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(value(sent.headers(), "Content-Type")).startsWith("application/problem+json");

        HttpResponse<String> asked = lena.send(
                "/api/v1/contracts",
                "OPTIONS",
                "",
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    // What strangers may know

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/live",
                "/health/started",
                "/health/",
                "/metrics",
                "/metrics/base",
                "/openapi",
                "/openapi/"
            })
    void howTheApplicationFaresIsNobodysBusiness(String path) {
        Answer answer = stranger.get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/metrics"})
    void onlyAnAdministratorLooksInside(String path) {
        assertThat(lena.get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void aLoadBalancerLearnsThatAndNoMore() {
        assertThat(stranger.get("/health/ready").text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/WEB-INF/classes/META-INF/persistence.xml",
                "/WEB-INF/contracts-templates/",
                "/META-INF/MANIFEST.MF",
                "/web-inf/web.xml",
                "/WEB-INF%2fweb.xml",
                "/%57EB-INF/web.xml",
                "/./WEB-INF/web.xml",
                "/contract/../WEB-INF/web.xml",
                "/contract/..;/WEB-INF/web.xml",
                "/contract;x=1/..;y/WEB-INF/web.xml",
                "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/WEB-INF/web.xml.xhtml?ln=..",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%5c..%5cetc/passwd",
                "/%c0%ae%c0%ae/etc/passwd",
                "/%00",
                "/%ff%fe",
                "/a%0d%0aSet-Cookie:%20evil=1",
                "/resources/",
                "/contract/",
                "/.git/config",
                "/index.jsp",
                "/nothing.jsp"
            })
    void nothingButPagesIsServed(String path) throws IOException {
        String cookie = lena.cookies();
        for (String who : List.of("", "Cookie: " + cookie + "\r\n")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + who + "Connection: close\r\n\r\n");
            assertThat(status(answer)).as(path).isIn(301, 302, 400, 403, 404);
            assertThat(answer)
                    .doesNotContain("<web-app", "root:", "Manifest-Version", "repositoryformatversion")
                    .doesNotContain("\r\nSet-Cookie: evil");
            assertThat(body(answer)).doesNotContainPattern(INSIDES);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "TRACK / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "RUBBISH\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\nConnection: close\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nZZ\r\n"
            })
    void aMalformedRequestIsTurnedAwayWithoutAWordOnTheInsides(String request) throws IOException {
        String answer = raw(request);

        assertThat(status(answer)).isBetween(300, 505);
        assertThat(answer).doesNotContainPattern(INSIDES);
        assertThat(answer).doesNotContainPattern("(?i)\r\n(server|x-powered-by):");
    }

    @Test
    void headersWithoutEndAreNotRead() throws IOException {
        String answer = raw("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n");

        assertThat(status(answer)).isIn(400, 413, 431);
        assertThat(body(answer)).isEmpty();
    }

    @Test
    void aRedirectStaysHereWhateverTheHostIsCalled() throws IOException {
        String answer = raw("GET /contract/list HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("\r\nLocation: /sign-in?then=").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/%0d%0aX: 1"
            })
    void signingInLeadsToNoOtherSite(String then) {
        Person person = new Person(application);
        Map<String, String> form = person.form("/sign-in", "form");
        form.put("form:then", then);
        form.put("form:user", "lena");
        form.put("form:password", "Seite8-bitte!");
        form.put("form:go", "");

        assertThat(value(person.post("/sign-in", form).headers(), "Location"))
                .doesNotContain("evil", "javascript", "\n");
    }

    @Test
    void aFaultShowsAReferenceThatTheLogHasToo() {
        // No page of its own may fail; the error page alone says what it would say.
        String page = stranger.get("/error/broken").text();

        assertThat(page).doesNotContainPattern(INSIDES);
        List<String> references = Pattern.compile("\\b[0-9A-Z]{3,6}\\b")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
        Patience.until(
                "the log names it",
                Duration.ofMinutes(1),
                () -> application.output().stream()
                        .anyMatch(line -> references.stream().anyMatch(known -> line.contains("reference " + known))));
    }

    // Where a request comes from, and what the log is told

    @Test
    void withoutAProxyNobodySaysForAnotherWhereTheyAre() {
        assertThat(value(stranger.get("/sign-in").headers(), "Content-Security-Policy"))
                .isNotEmpty();
        HttpResponse<String> page = lena.get(
                "/help", "X-Forwarded-For", "6.6.6.6", "X-Forwarded-Proto", "https", "Forwarded", "for=6.6.6.6");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("6.6.6.6");
    }

    @Test
    void nobodyWritesLinesOfTheirOwnIntoTheLog() throws IOException {
        String forged = "2026-11-22T00:00:00.000Z SEVERE forged";
        String evil = "eve\r\n" + forged + "\u001b[2J";
        Person person = new Person(application);
        Map<String, String> form = person.form("/sign-in", "form");
        form.putAll(Map.of("form:user", evil, "form:password", evil, "form:go", "", "form:then", evil));
        person.post("/sign-in", form);
        stranger.send("POST", "/api/v1/contracts", "{\"template\": \"" + evil + "\"", "application/json");
        api.send("POST", "/api/v1/contracts", "{\"template\": \"a\\r\\n" + forged + "\"}", "application/json");
        raw(
                "GET /portal/file?link=%0d%0a2026-11-22%1b[2J HTTP/1.1\r\nHost: x\r\nUser-Agent: \u001b[2J\r\nConnection: close\r\n\r\n");
        person.get("/error/broken?" + "x=%0d%0a2026");

        assertThat(application.output())
                .noneMatch(line -> line.startsWith(forged))
                .noneMatch(line -> line.indexOf('\u001b') >= 0);
        assertThat(application.output().stream().filter(line -> line.contains("WARNING")))
                .isNotEmpty()
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z WARNING .*"));
    }

    /** The demonstration's contracts are made in the background. */
    private static String someContract(String filter) {
        Patience.until(
                "a contract", Duration.ofSeconds(60), () -> !contracts(filter).isEmpty());
        return contracts(filter).getJsonObject(0).getString("id");
    }

    private static JsonArray contracts(String filter) {
        return api.get("/api/v1/contracts" + filter).json().getJsonArray("items");
    }

    private static String value(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("");
    }

    private static int status(String answer) {
        return answer.isEmpty() ? 400 : Integer.parseInt(answer.substring(9, 12));
    }

    private static String body(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        return end < 0 ? "" : answer.substring(end + 4);
    }

    /** What comes back for those very bytes; nothing where the connection is just closed. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", application.address("/").getPort())) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return received(socket.getInputStream());
        } catch (SocketException e) {
            return "";
        }
    }

    private static String received(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.write(next);
            }
        } catch (SocketException | SocketTimeoutException e) {
            // The server is not obliged to close it; what has come is the answer.
            return all.toString(StandardCharsets.ISO_8859_1);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
