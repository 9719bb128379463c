package app.countersign.measure;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Browser;
import app.countersign.it.Patience;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

class EvidenceIT {

    private static final String MEASURES = "/api/v1/measures";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final ApiClient dora = SharedApplication.get().api().withKey(DemoAccounts.keyOf("dora"));

    @Test
    void aFileProvesAMeasureUntilItIsWithdrawn() {
        String id = measure("okomo", "A-2-transfer-3").getString("id");
        byte[] report = "%PDF-1.7 Bericht über den Virenschutz".getBytes(StandardCharsets.UTF_8);

        JsonObject kept = made(dora.upload(at(id), "../../Bericht März.pdf", report));

        assertThat(kept.getString("name")).isEqualTo("Bericht März.pdf");
        assertThat(kept.getString("mediaType")).isEqualTo("application/pdf");
        assertThat(kept.getJsonNumber("size").longValue()).isEqualTo(report.length);
        assertThat(one(id).getString("light")).isEqualTo("proven");
        assertThat(good(dora.get(at(id) + "/" + kept.getString("id") + "/file")).body())
                .isEqualTo(report);
        assertThat(Session.of(SharedApplication.get(), "dora", "72-Stunden-Uhr")
                        .get("/measure/view?id=" + id)
                        .text())
                .contains("Bericht März.pdf", kept.getString("sha256"), "Nachgewiesen");

        String withdrawal = at(id) + "/" + kept.getString("id") + "/withdrawal";
        problem(
                dora.post(
                        withdrawal,
                        Json.createObjectBuilder().add("reason", " ").build()),
                422);
        good(dora.post(
                withdrawal,
                Json.createObjectBuilder().add("reason", "Falsches Jahr").build()));

        assertThat(one(id).getString("light")).isEqualTo("unproven");
        assertThat(events(kept.getString("id"))).contains("evidence-added", "evidence-withdrawn");
        Patience.until(
                "somebody is told that nothing proves it any more",
                A_MINUTE,
                () -> good(dora.get("/api/v1/deadlines?subject=" + id)).text().contains("renew-evidence"));
    }

    @Test
    void aStatementServesSeveralMeasuresOfOneProcessor() {
        String one = measure("oculavis", "measures-quality").getString("id");
        String other = measure("oculavis", "measures-premises").getString("id");
        String foreign = measure("okomo", "A-2-input-2").getString("id");

        JsonObject kept = made(form(one, "title", "Begehung", "words", "Ich war dort.", "measures", other));

        assertThat(kept.getString("kind")).isEqualTo("statement");
        assertThat(kept.getString("collectedBy")).isEqualTo("Dora Weber");
        assertThat(one(one).getString("why")).isEqualTo("proven");
        assertThat(one(other).getString("why")).isEqualTo("proven");
        problem(form(one, "title", "Begehung", "words", "Ich war dort.", "measures", foreign), 409);
    }

    @Test
    void aLinkIsKeptWithWhatStoodThere() throws IOException {
        String id = measure("360dialog", "DPA2-1-3-shredding").getString("id");
        String mark = UUID.randomUUID().toString();
        try (SecuredServer server =
                SecuredServer.saying("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>" + mark + "</h1>")) {
            String url = "https://" + server.authority() + "/trust";

            JsonObject kept = made(form(id, "title", "Bericht " + mark, "url", url, "snapshot", "true"));

            assertThat(kept.getString("kind")).isEqualTo("link");
            assertThat(kept.getString("url")).isEqualTo(url);
            assertThat(kept.getString("name")).isEqualTo("127.0.0.1_trust.html");
            assertThat(good(dora.get(at(id) + "/" + kept.getString("id") + "/file"))
                            .text())
                    .isEqualTo("<h1>" + mark + "</h1>");
            ChromeDriver browser = Browser.fresh();
            Browser.signIn(browser, SharedApplication.get(), "dora", "72-Stunden-Uhr");
            browser.get(SharedApplication.get()
                    .address("/measure/view?lang=de&id=" + id)
                    .toString());
            assertThat(browser.findElement(By.id("main")).getText())
                    .contains("Bericht " + mark, kept.getString("sha256"), "Abbild speichern");
            browser.executeScript("document.querySelectorAll('#main details').forEach(one => one.open = true)");
            Browser.pictures(browser, "measure-snapshot");
            Session session = Session.of(SharedApplication.get(), "dora", "72-Stunden-Uhr");
            Answer saved = session.get("/measure/file?id=" + kept.getString("id"));
            assertThat(saved.contentType()).isEqualTo("application/octet-stream");
            assertThat(saved.text()).isEqualTo("<h1>" + mark + "</h1>");
        }
        for (String url : List.of("https://127.0.0.1:1/gone", "http://example.org/", "https://10.0.0.1/inner")) {
            assertThat(problem(form(id, "title", "T", "url", url, "snapshot", "true"), 422)
                            .text())
                    .as(url)
                    .contains("\"url\"");
        }
        assertThat(evidence(id)).noneMatch(one -> one.getString("title").equals("T"));
    }

    @Test
    void whatCannotBeIsRefusedBesideItsField() {
        String id = measure("okomo", "A-2-input-2").getString("id");
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        assertThat(problem(dora.upload(at(id), "leer.txt", new byte[0]), 422).text())
                .contains("\"file\"");
        assertThat(problem(dora.upload(at(id), "x\u0001y.txt", new byte[] {'x'}), 422)
                        .text())
                .contains("\"file\"");
        assertThat(problem(dora.upload(at(id), "x".repeat(500), new byte[] {'x'}), 422)
                        .text())
                .contains("\"file\"");
        assertThat(problem(form(id, "title", "T", "words", "W", "at", tomorrow), 422)
                        .text())
                .contains("\"at\"");
        assertThat(problem(form(id, "title", "T", "words", "W", "until", "2001-01-01"), 422)
                        .text())
                .contains("\"until\"");
        assertThat(problem(form(id, "title", "T", "url", "javascript:alert(1)"), 422)
                        .text())
                .contains("\"url\"");
        assertThat(problem(form(id, "title", "T"), 422).text()).contains("\"file\"");
        assertThat(one(id).getString("why")).isEqualTo("no-evidence");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        String id = measure("360dialog", "DPA2-2-1-mail").getString("id");

        assertThat(Agreements.fields(
                        problem(form(id, "words", " ", "at", "2999-01-01T10:00:00Z", "until", "never"), 422)))
                .containsExactlyInAnyOrder("title", "words", "at", "until");
        assertThat(Agreements.fields(problem(form(id, "url", "javascript:alert(1)", "until", "never"), 422)))
                .containsExactlyInAnyOrder("title", "url", "until");
        assertThat(Agreements.fields(problem(
                        dora.post(
                                "/api/v1/probes",
                                Json.createObjectBuilder()
                                        .add("kind", "tls")
                                        .add("target", "10.0.0.1:443")
                                        .build()),
                        422)))
                .containsExactlyInAnyOrder("label", "target", "expected", "every", "measures");
    }

    /** Whoever loses the line in the middle brings it again. */
    @Test
    void anUploadThatIsCutOffLeavesNothing() throws IOException {
        String id = measure("360dialog", "DPA2-1-3-vault").getString("id");
        String name = "halb-" + UUID.randomUUID() + ".txt";
        String rest = "und der Rest davon\r\n--b--\r\n";
        String begun = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\nder Anfang ";

        assertThat(sent(id, begun, rest.length())).doesNotStartWith("HTTP/1.1 2");
        assertThat(evidence(id)).extracting(one -> one.getString("title")).doesNotContain(name);

        assertThat(sent(id, begun + rest, 0)).as("all of it").startsWith("HTTP/1.1 201");
        assertThat(evidence(id)).extracting(one -> one.getString("title")).contains(name);
    }

    /** Sends that, having said that so many bytes more would come. @return all that is answered, until either side hangs up */
    private String sent(String measure, String body, int more) throws IOException {
        URI where = SharedApplication.get().address(at(measure));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (Socket line = new Socket(where.getHost(), where.getPort())) {
            line.setSoTimeout((int) A_MINUTE.toMillis());
            OutputStream out = line.getOutputStream();
            out.write(("POST " + where.getPath() + " HTTP/1.1\r\nHost: " + where.getAuthority()
                            + "\r\nAuthorization: Bearer " + DemoAccounts.keyOf("dora")
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                            + (bytes.length + more) + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            line.shutdownOutput();
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // Hung up on.
            return "";
        }
    }

    @Test
    void theApplicationsOwnOperationIsCollected() {
        String id = measure("okomo", "A-1-access-3").getString("id");
        Patience.until(
                "the second factor was collected", A_MINUTE, () -> !evidence(id).isEmpty());
        assertThat(evidence(id))
                .allSatisfy(one -> assertThat(one.getString("kind")).isEqualTo("fact"));
        assertThat(evidence(id)).extracting(one -> one.getString("title")).contains("second-factor");
    }

    @Test
    void aProbeThatFailsTurnsTheLightAndStartsADeadline() {
        String id = measure("360dialog", "DPA2-2-1-mail").getString("id");
        JsonObject entry = Json.createObjectBuilder()
                .add("kind", "tls")
                .add("label", "Nobody listens")
                .add("target", "127.0.0.1:1")
                .add("expected", "TLSv1.2 P14D")
                .add("every", "P1D")
                .add("measures", Json.createArrayBuilder().add(id))
                .build();
        for (String field : List.of("expected", "every")) {
            JsonObject endless = Json.createObjectBuilder(entry)
                    .add(field, field.equals("every") ? "P999999999Y" : "TLSv1.2 P999999999Y")
                    .build();
            assertThat(problem(SharedApplication.get().api().post("/api/v1/probes", endless), 422)
                            .text())
                    .contains("\"" + field + "\"");
        }
        JsonObject probe = made(SharedApplication.get().api().post("/api/v1/probes", entry));

        Patience.until(
                "the light turned", A_MINUTE, () -> one(id).getString("why").equals("failed"));
        Patience.until(
                "the deadline runs",
                A_MINUTE,
                () -> good(dora.get("/api/v1/deadlines?subject=" + id)).text().contains("renew-evidence"));
        assertThat(evidence(id).get(0).getString("problem")).isEqualTo("Es kam keine Antwort.");

        assertThat(SharedApplication.get()
                        .api()
                        .delete("/api/v1/probes/" + probe.getString("id"))
                        .status())
                .isEqualTo(204);
        assertThat(one(id).getString("why")).isEqualTo("no-evidence");
        assertThat(problem(
                                SharedApplication.get()
                                        .api()
                                        .post(
                                                "/api/v1/probes",
                                                Json.createObjectBuilder(entry)
                                                        .add("target", "10.0.0.1:443")
                                                        .build()),
                                422)
                        .text())
                .contains("\"target\"");
    }

    @Test
    void whoMayHaveADatabaseAskedIsAnAdministratorOfAll() {
        String id = measure("okomo", "A-4-risk-5").getString("id");
        JsonObject question = Json.createObjectBuilder()
                .add("kind", "sql")
                .add("label", "Zweiter Faktor")
                .add("target", "nobody: select 1")
                .add("expected", "1")
                .add("every", "P1D")
                .add("measures", Json.createArrayBuilder().add(id))
                .build();

        assertThat(problem(dora.post("/api/v1/probes", question), 422).text())
                .contains("\"kind\"")
                .doesNotContain("\"target\"");
        assertThat(problem(SharedApplication.get().api().post("/api/v1/probes", question), 422)
                        .text())
                .contains("\"target\"", "countersign.probe.db.nobody.url");
        JsonObject record = Json.createObjectBuilder(question)
                .add("kind", "dns")
                .add("target", "not a name")
                .add("expected", "TXT: v=spf1")
                .build();
        assertThat(problem(dora.post("/api/v1/probes", record), 422).text()).contains("\"target\"");
    }

    @Test
    void aRecordOfANameProvesAMeasure() {
        String id = measure("360dialog", "DPA2-2-1-outside").getString("id");
        JsonObject probe = made(SharedApplication.get()
                .api()
                .post(
                        "/api/v1/probes",
                        Json.createObjectBuilder()
                                .add("kind", "dns")
                                .add("label", "DMARC")
                                .add("target", "_dmarc.example.org")
                                .add("expected", "TXT: p=reject")
                                .add("every", "P1D")
                                .add("measures", Json.createArrayBuilder().add(id))
                                .build()));

        Patience.until("it was looked at", A_MINUTE, () -> !evidence(id).isEmpty());

        assertThat(evidence(id).get(0).getBoolean("good"))
                .as(evidence(id).toString())
                .isTrue();
        assertThat(evidence(id).get(0).getString("words")).contains("v=DMARC1; p=reject");
        assertThat(SharedApplication.get()
                        .api()
                        .delete("/api/v1/probes/" + probe.getString("id"))
                        .status())
                .isEqualTo(204);
    }

    private static String at(String measure) {
        return MEASURES + "/" + measure + "/evidence";
    }

    private Answer form(String measure, String... fields) {
        String boundary = "----evidence-of-this-test";
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append("--")
                    .append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(fields[i]);
            body.append("\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n")
                    .append(fields[i + 1])
                    .append("\r\n");
        }
        body.append("--").append(boundary).append("--\r\n");
        return dora.send("POST", at(measure), body.toString(), "multipart/form-data; boundary=" + boundary);
    }

    private JsonObject one(String measure) {
        return good(dora.get(MEASURES + "/" + measure)).json();
    }

    private List<JsonObject> evidence(String measure) {
        return good(dora.get(at(measure))).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private JsonObject measure(String processor, String clause) {
        String path = MEASURES + "?limit=200&processor=" + processor;
        Patience.until(
                "the measures were taken over",
                A_MINUTE,
                () -> !good(dora.get(path)).json().getJsonArray("items").isEmpty());
        return good(dora.get(path)).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(measure -> measure.getString("clause").equals(clause))
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(String object) {
        return good(dora.get("/api/v1/trail?limit=200&object=" + object))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getString("event"))
                .toList();
    }
}
