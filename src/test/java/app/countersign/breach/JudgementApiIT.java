package app.countersign.breach;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How severe a breach of our own data is, whom we tell, and when it is over. */
class JudgementApiIT {

    private static final String BREACHES = "/api/v1/breaches";

    private final ApiClient api = SharedApplication.get().api();

    @Test
    void aJudgementShowsItsFormulaAndStaysBesideALaterOne() {
        String breach = ownBreach("Judged twice", "oculavis");

        JsonObject first =
                made(judge(breach, severity("financial", "limited", "partial").add("malicious", true)));
        made(judge(breach, severity("simple", "negligible", "none").add("unintelligible", true)));

        assertThat(first.getString("formula")).isEqualTo("3 × 0.5 + 0.75 = 2.25");
        assertThat(first.getString("level")).isEqualTo("medium");
        assertThat(first.getBoolean("overHundredPersons")).isTrue();
        List<JsonObject> history = good(api.get(at(breach, "/judgements")))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(history).extracting(one -> one.getString("level")).containsExactly("low", "medium");
        assertThat(history.get(1)).isEqualTo(first);
        assertThat(history.get(0).getBoolean("unintelligible")).isTrue();
    }

    @Test
    void aScoreIsAdjustedOnlyWithAReasonAndAChoiceIsOneOfThoseThatThereAre() {
        String breach = ownBreach("Adjusted", "oculavis");

        Answer unexplained =
                problem(judge(breach, severity("simple", "maximum", "none").add("context", 3)), 422);
        assertThat(unexplained.text()).contains("contextReason");
        problem(
                judge(
                        breach,
                        severity("simple", "maximum", "none").add("context", 5).add("contextReason", "Children.")),
                422);
        assertThat(problem(judge(breach, severity("simple", "easy", "none")), 422)
                        .text())
                .contains("negligible, limited, significant, maximum");
        JsonObject adjusted = made(judge(
                breach, severity("simple", "maximum", "none").add("context", 3).add("contextReason", "Children.")));
        assertThat(adjusted.getString("level")).isEqualTo("high");
    }

    @Test
    void aHighRiskStartsTheClockTowardsPersonsWhereTheLawHasOne() {
        String german = ownBreach("High, in Germany", "oculavis");
        String swiss = ownBreach("High, in Switzerland", "okomo");
        made(judge(german, severity("simple", "maximum", "none")));
        assertThat(clocks(german)).containsExactly("notify-authority running");

        high(german);
        high(german);
        high(swiss);

        assertThat(clocks(german)).containsExactlyInAnyOrder("notify-authority running", "notify-persons running");
        assertThat(clocks(swiss)).containsExactly("notify-authority running");
    }

    @Test
    void whoeverIsNotToldIsNotToldForAReasonThatRestsOnAJudgement() {
        String breach = ownBreach("Not told", "oculavis");
        problem(decide(breach, "authority", false, "Encrypted."), 409);
        made(judge(breach, severity("simple", "maximum", "none")));
        problem(decide(breach, "authority", false, " "), 422);

        good(decide(breach, "authority", false, "Encrypted, and the key is safe."));
        assertThat(clocks(breach)).containsExactly("notify-authority waived");
        assertThat(deadlines(breach).get(0).getString("reason")).isEqualTo("Encrypted, and the key is safe.");

        JsonObject decisions = good(decide(breach, "authority", true, "The key was lost, too."))
                .json();
        assertThat(decisions.getJsonArray("items")).hasSize(2);
        assertThat(clocks(breach)).containsExactlyInAnyOrder("notify-authority waived", "notify-authority running");
    }

    @Test
    void ofAHighRiskTheAuthorityIsToldAndPersonsMayBeExcepted() {
        String breach = ownBreach("High and excepted", "oculavis");
        high(breach);

        problem(decide(breach, "authority", false, "Nobody noticed."), 409);
        problem(decide(breach, "persons", false, "Too many."), 409);
        good(api.post(
                at(breach, "/decisions"),
                choice("persons", false, "Too many; a notice in the newspapers.")
                        .add("exemption", "disproportionate")
                        .build()));

        assertThat(clocks(breach)).containsExactlyInAnyOrder("notify-authority running", "notify-persons waived");
    }

    @Test
    void whereWeAreOnlyProcessorTheDecisionIsNotOurs() {
        String breach = made(api.post(
                        BREACHES, report("Only processor", "okomo").build()))
                .getString("id");

        Answer refused = problem(decide(breach, "authority", true, "To be sure."), 409);

        assertThat(refused.json().getString("type")).endsWith("breach.refusal.not-controller");
    }

    @Test
    void aBreachIsNotClosedWhileAClockRunsNorReopenedWhileItIsOpen() {
        String breach = ownBreach("Open", "oculavis");

        Answer running = problem(api.post(at(breach, "/closing"), json(Map.of("reason", "Done."))), 409);
        assertThat(running.json().getString("type")).endsWith("breach.refusal.clocks-run");
        problem(api.post(at(breach, "/reopening"), json(Map.of("reason", "More was found."))), 409);
        problem(api.post(at(breach, "/closing"), json(Map.of("reason", " "))), 422);
    }

    /** Everything is told, judged, decided and written down; then more is found out. */
    @Test
    void aBreachIsClosedOnceAllIsDoneAndReopenedWhenMoreIsFound() {
        String breach = ownBreach("Closed and reopened", "oculavis");
        String path = BREACHES + "/" + breach;
        made(judge(breach, severity("simple", "negligible", "none")));
        good(decide(breach, "authority", false, "No risk: the disk was encrypted."));
        for (JsonObject concern : controllers(path)) {
            good(api.post(
                    path + "/controllers/" + concern.getString("id") + "/exclusion",
                    json(Map.of("reason", "Other tenants."))));
        }
        Answer unwritten = problem(api.post(at(breach, "/closing"), json(Map.of("reason", "Done."))), 409);
        assertThat(unwritten.json().getString("type")).endsWith("breach.refusal.no-consequences");
        good(api.put(path, amended(path, "Closed and reopened").build()));

        JsonObject closed = good(api.post(at(breach, "/closing"), json(Map.of("reason", "All is done."))))
                .json();
        assertThat(closed.getString("state")).isEqualTo("closed");
        problem(api.post(at(breach, "/closing"), json(Map.of("reason", "Again."))), 409);
        problem(api.put(path, amended(path, "Too late").build()), 409);
        problem(api.post(at(breach, "/reopening"), json(Map.of("reason", ""))), 422);

        JsonObject open = good(api.post(at(breach, "/reopening"), json(Map.of("reason", "A second disk turned up."))))
                .json();
        assertThat(open.getString("state")).isEqualTo("open");
        good(api.put(path, amended(path, "Two disks").build()));
        good(api.post(at(breach, "/closing"), json(Map.of("reason", "Both were encrypted."))));
        JsonObject record = good(api.get(at(breach, "/record?language=en"))).json();
        assertThat(record.getString("conclusion")).isEqualTo("Both were encrypted.");
        assertThat(record.getJsonArray("timeline").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("what"))
                .filteredOn(what -> what.endsWith("closed") || what.equals("reopened"))
                .containsExactly("closed", "reopened", "closed");
    }

    private List<JsonObject> controllers(String path) {
        return good(api.get(path + "/controllers?limit=200"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** With the same data as before: other data would concern others. */
    private JsonObjectBuilder amended(String path, String title) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("dataCategories", Json.createArrayBuilder(List.of("applicants")))
                .add("consequences", "None: nobody can read it.")
                .add("measures", "The disk was destroyed.")
                .add("version", good(api.get(path)).json().getJsonNumber("version"));
    }

    private String ownBreach(String title, String processor) {
        return made(api.post(
                        BREACHES,
                        report(title, processor).add("ownController", true).build()))
                .getString("id");
    }

    /** Of data that no contract there has, so that no controller is concerned but us. */
    private static JsonObjectBuilder report(String title, String processor) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("awareAt", Instant.now().minusSeconds(60).toString())
                .add("processors", Json.createArrayBuilder(List.of(processor)))
                .add(
                        "dataCategories",
                        Json.createArrayBuilder(List.of(processor.equals("okomo") ? "customer-data" : "applicants")))
                .add("persons", Json.createObjectBuilder().add("least", 80).add("most", 120));
    }

    private static JsonObjectBuilder severity(String nature, String ease, String confidentiality) {
        return Json.createObjectBuilder()
                .add("nature", nature)
                .add("ease", ease)
                .add("confidentiality", confidentiality);
    }

    private void high(String breach) {
        assertThat(made(judge(breach, severity("sensitive", "significant", "none")))
                        .getString("level"))
                .isEqualTo("high");
    }

    private Answer judge(String breach, JsonObjectBuilder severity) {
        return api.post(at(breach, "/judgements"), severity.build());
    }

    private Answer decide(String breach, String recipient, boolean told, String reason) {
        return api.post(
                at(breach, "/decisions"), choice(recipient, told, reason).build());
    }

    private static JsonObjectBuilder choice(String recipient, boolean told, String reason) {
        return Json.createObjectBuilder()
                .add("recipient", recipient)
                .add("told", told)
                .add("reason", reason);
    }

    private List<JsonObject> deadlines(String breach) {
        return good(api.get("/api/v1/deadlines?limit=200&subject=" + breach))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(deadline -> !deadline.getString("kind").equals("notify-controller"))
                .toList();
    }

    private List<String> clocks(String breach) {
        return deadlines(breach).stream()
                .map(deadline -> deadline.getString("kind") + " " + deadline.getString("state"))
                .toList();
    }

    private static String at(String breach, String what) {
        return BREACHES + "/" + breach + what;
    }
}
