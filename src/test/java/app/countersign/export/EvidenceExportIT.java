package app.countersign.export;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.document.Pages;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceExportIT {

    private static final String EXPORTS = "/api/v1/evidence-exports";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final ApiClient dora = SharedApplication.get().api().withKey(DemoAccounts.keyOf("dora"));

    @Test
    void anArchiveOfEvidenceProvesItself() throws Exception {
        String mark = UUID.randomUUID().toString();
        JsonObject measure = measure("okomo", "A-2-transfer-2");
        byte[] report = ("%PDF-1.7 " + mark).getBytes(StandardCharsets.UTF_8);
        JsonObject kept = made(dora.upload(
                "/api/v1/measures/" + measure.getString("id") + "/evidence", "Prüfung " + mark + ".pdf", report));

        JsonObject asked = asked(Json.createObjectBuilder()
                .add("processors", Json.createArrayBuilder().add("okomo"))
                .add("language", "de")
                .build());
        String id = asked.getString("id");
        JsonObject ready = ready(id);
        Answer saved = good(dora.get(EXPORTS + "/" + id + "/archive"));

        assertThat(saved.body()).hasSize(ready.getInt("size"));
        Path file = folder.resolve("archive.zip");
        Files.write(file, saved.body());
        Path head = folder.resolve("head.json");
        Files.write(
                head,
                good(SharedApplication.get().api().get("/api/v1/trail/head")).body());
        assertThat(verified(file, "--key", ready.getString("fingerprint"))).contains("is whole", "rows, in the chain");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
            String stored = names.stream()
                    .filter(name -> name.startsWith("files/") && name.endsWith(mark + ".pdf"))
                    .findFirst()
                    .orElseThrow();
            assertThat(read(zip, stored)).isEqualTo(new String(report, StandardCharsets.UTF_8));
            assertThat(read(zip, "data/evidence.csv")).contains(mark, kept.getString("sha256"), stored);
            assertThat(read(zip, "data/measures.csv")).contains("A-2-transfer-2", "Nachgewiesen", "Nicht nachgewiesen");
            assertThat(read(zip, "data/versions.csv")).contains("A-2-transfer-2");
            assertThat(read(zip, "trail/rows.jsonl")).contains("evidence-added", kept.getString("id"));
            assertThat(names).contains("Verify.java", "LIESMICH.txt", "trail/head.json");
            ownVerifier(zip, file);
            OscalSchemas.requireValid("component", read(zip, "oscal/component-definition.json"));
            OscalSchemas.requireValid("assessment-results", read(zip, "oscal/assessment-results.json"));
            assertThat(read(zip, "oscal/assessment-results.json")).contains(kept.getString("sha256"), stored);
            readable(zip, mark, stored);
        }
        assertThat(good(dora.get(EXPORTS)).text()).contains(id);
        problem(
                dora.post(
                        EXPORTS + "/" + id + "/cancellation",
                        Json.createObjectBuilder().build()),
                409);
        // It is whoever asked for it who has it.
        problem(SharedApplication.get().api().get(EXPORTS + "/" + id + "/archive"), 404);
        problem(SharedApplication.get().api().get(EXPORTS + "/" + id), 404);
    }

    /** From the measure to its evidence to its owner, without a script and without another file's help. */
    private static void readable(ZipFile zip, String mark, String stored) throws IOException {
        String index = read(zip, "index.html");
        assertThat(index)
                .contains("Was nachgewiesen ist, und was nicht", "A-2-transfer-2", "Okomo")
                .doesNotContain("<script", "http://", "https://", "src=");
        String measure = Collections.list(zip.entries()).stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith("measures/okomo-A-2-transfer-2-"))
                .findFirst()
                .orElseThrow();
        assertThat(index).contains("href=\"" + measure + "\"");
        assertThat(read(zip, measure)).contains("href=\"../" + stored + "\"", "Dora Weber", mark);
        byte[] report = zip.getInputStream(zip.getEntry("report.pdf")).readAllBytes();
        assertThat(Pages.count(report)).isEqualTo(1);
        assertThat(Pages.text(report, 1)).contains("Was nachgewiesen ist und was nicht", "nicht nachgewiesen");
        assertThat(Pages.text(zip.getInputStream(zip.getEntry("index.pdf")).readAllBytes(), 0))
                .contains("A-2-transfer-2", mark, "Dora Weber");
    }

    /** The verifier out of the archive, run as an auditor runs it. */
    private void ownVerifier(ZipFile zip, Path file) throws Exception {
        Path source = folder.resolve("Verify.java");
        Files.writeString(source, read(zip, "Verify.java"));
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        source.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said).contains("unversehrt");
    }

    private static String verified(Path file, String... more) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] args = new String[more.length + 1];
        args[0] = file.toString();
        System.arraycopy(more, 0, args, 1, more.length);
        Verify.run(args, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String read(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** But for time, the trail's head and the signature. */
    @Test
    void theSameChoiceGivesTheSameBytes() throws Exception {
        JsonObject measure = measure("okomo", "A-1-pseudonymisation-1");
        byte[] report = ("%PDF-1.7 " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        made(dora.upload("/api/v1/measures/" + measure.getString("id") + "/evidence", "Telemetrie.pdf", report));
        JsonObject choice = Json.createObjectBuilder()
                .add("processors", Json.createArrayBuilder().add("okomo"))
                .add("measures", Json.createArrayBuilder().add(measure.getString("id")))
                .add("language", "de")
                .build();

        Map<String, String> one = contents(asked(choice).getString("id"));
        Map<String, String> other = contents(asked(choice).getString("id"));

        assertThat(List.copyOf(other.keySet())).isEqualTo(List.copyOf(one.keySet()));
        assertThat(one.keySet()).contains("index.html", "index.pdf", "measures.xlsx", "data/evidence.csv");
        assertThat(one)
                .anySatisfy((name, content) ->
                        assertThat(content).isEqualTo(new String(report, StandardCharsets.ISO_8859_1)));
        one.forEach((name, content) -> assertThat(other.get(name)).as(name).isEqualTo(content));
    }

    /** What an archive holds, in its order, without what may differ: when it was made, its own id, and the trail. */
    private Map<String, String> contents(String id) throws IOException {
        ready(id);
        Path file = folder.resolve(id + ".zip");
        Files.write(file, good(dora.get(EXPORTS + "/" + id + "/archive")).body());
        Map<String, String> contents = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                contents.put(entry.getName(), timeless(entry.getName(), bytes, id));
            }
        }
        contents.keySet().removeIf(name -> name.startsWith("trail/") || name.equals("history.html") || isSealing(name));
        return contents;
    }

    private static boolean isSealing(String name) {
        return name.equals(Verify.MANIFEST) || name.equals(Verify.SIGNATURE);
    }

    /** Files as they are; paper as it reads, since its letters are packed. */
    private static String timeless(String name, byte[] bytes, String id) throws IOException {
        if (name.startsWith("files/")) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        String text = name.endsWith(".pdf")
                ? Pages.text(bytes, 0)
                : name.endsWith(".xlsx") ? unpacked(bytes) : new String(bytes, StandardCharsets.UTF_8);
        return text.replace(id, "ID")
                .replace(id.substring(0, 8), "ID")
                .replaceAll("\\d{2}:\\d{2}(:\\d{2})?(\\.\\d+)?", "TIME");
    }

    private static String unpacked(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.append(entry.getName()).append('\n').append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void whatIsCancelledLeavesNothingAndCanBeResumed() {
        String id = asked(Json.createObjectBuilder()
                        .add("processors", Json.createArrayBuilder().add("oculavis"))
                        .build())
                .getString("id");
        Answer cancelled = dora.post(
                EXPORTS + "/" + id + "/cancellation", Json.createObjectBuilder().build());
        // It may have been done before it was cancelled; then it says so.
        if (cancelled.status() == 200) {
            assertThat(cancelled.json().getString("state")).isEqualTo("cancelled");
            problem(dora.get(EXPORTS + "/" + id + "/archive"), 409);
            good(dora.post(
                    EXPORTS + "/" + id + "/resumption",
                    Json.createObjectBuilder().build()));
        } else {
            assertThat(cancelled.status()).isEqualTo(409);
        }
        assertThat(ready(id).getInt("percent")).isEqualTo(100);
    }

    @Test
    void whatCannotBeIsRefusedBesideItsField() {
        assertThat(complained("processors", Json.createArrayBuilder().add("nobody")))
                .contains("\"processors\"");
        assertThat(complained(
                        "measures",
                        Json.createArrayBuilder().add(UUID.randomUUID().toString())))
                .contains("\"measures\"");
        assertThat(complained("measures", Json.createArrayBuilder().add("x"))).contains("\"measures\"");
        assertThat(problem(dora.post(EXPORTS, one("contract", "OKO-1999-1")), 422)
                        .text())
                .contains("\"contract\"");
        assertThat(problem(dora.post(EXPORTS, one("from", "2999-01-01")), 422).text())
                .contains("\"from\"");
        assertThat(problem(dora.post(EXPORTS, one("to", "2999-01-01")), 422).text())
                .contains("\"to\"");
        assertThat(problem(dora.post(EXPORTS, one("to", "yesterday")), 422).text())
                .contains("\"to\"");
        problem(dora.get(EXPORTS + "/" + UUID.randomUUID()), 404);
        problem(dora.get(EXPORTS + "/x/archive"), 404);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("contract", "OKO-1999-1")
                .add("measures", Json.createArrayBuilder().add(UUID.randomUUID().toString()))
                .add("from", "2999-01-01")
                .add("to", "yesterday")
                .build();

        assertThat(problem(dora.post(EXPORTS, wrong), 422).text())
                .contains("\"contract\"", "\"measures\"", "\"to\"")
                .as("of a day that can't be read nothing is said of the other")
                .doesNotContain("\"from\"");
        JsonObject others = Json.createObjectBuilder()
                .add("contract", "OKO-1999-1")
                .add("processors", Json.createArrayBuilder().add("nobody"))
                .add("from", "2999-01-01")
                .build();
        assertThat(problem(dora.post(EXPORTS, others), 422).text())
                .contains("\"contract\"", "\"processors\"", "\"from\"");
    }

    private static JsonObject one(String field, String value) {
        return Json.createObjectBuilder().add(field, value).build();
    }

    private String complained(String field, jakarta.json.JsonArrayBuilder values) {
        return problem(
                        dora.post(
                                EXPORTS,
                                Json.createObjectBuilder().add(field, values).build()),
                        422)
                .text();
    }

    private JsonObject asked(JsonObject wish) {
        Answer answer = dora.post(EXPORTS, wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("/evidence-exports/" + id(answer)));
        return answer.json();
    }

    private static String id(Answer answer) {
        return answer.json().getString("id");
    }

    private JsonObject ready(String id) {
        Patience.until("the archive is built", A_MINUTE, () -> {
            JsonObject now = good(dora.get(EXPORTS + "/" + id)).json();
            assertThat(now.getString("state")).as(now.toString()).isNotEqualTo("failed");
            return now.getString("state").equals("ready");
        });
        return good(dora.get(EXPORTS + "/" + id)).json();
    }

    private JsonObject measure(String processor, String clause) {
        String path = "/api/v1/measures?limit=200&processor=" + processor;
        Patience.until(
                "the measures were taken over",
                A_MINUTE,
                () -> !good(dora.get(path)).json().getJsonArray("items").isEmpty());
        return good(dora.get(path)).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("clause").equals(clause))
                .findFirst()
                .orElseThrow();
    }
}
