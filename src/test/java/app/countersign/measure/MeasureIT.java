package app.countersign.measure;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.ApiClient;
import app.countersign.it.Patience;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureIT {

    private static final String MEASURES = "/api/v1/measures";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final ApiClient dora = SharedApplication.get().api().withKey(DemoAccounts.keyOf("dora"));
    private final ApiClient lena = SharedApplication.get().api().withKey(DemoAccounts.keyOf("lena"));

    @Test
    void theMeasuresOfTheThreeAnnexesAreThere() {
        assertThat(of("okomo")).hasSize(34);
        assertThat(of("oculavis")).hasSize(15);
        assertThat(of("360dialog")).hasSize(50);
        JsonObject backup = measure("okomo", "A-1-backup-1");
        assertThat(backup.getString("words")).startsWith("Alle 4 Stunden wird ein volles Datenbank-Backup erzeugt");
        assertThat(backup.getString("every")).isEqualTo("PT4H");
        assertThat(backup.getString("category")).isEqualTo("recovery");
        assertThat(backup.getJsonArray("controls").getValuesAs(JsonString::getString))
                .contains("8.13");
    }

    @Test
    void aReviewBeginsTheNextOnesTime() {
        JsonObject before = measure("okomo", "A-4-risk-2");
        String id = before.getString("id");

        JsonObject after = good(dora.post(
                        at(id, "/reviews"),
                        Json.createObjectBuilder().add("remarks", "geprüft").build()))
                .json();

        assertThat(Instant.parse(after.getString("reviewDueAt")))
                .isAfter(Instant.parse(before.getString("reviewDueAt")));
        assertThat(deadlines(id)).contains("met", "running");
        assertThat(history(id)).contains("measure-adopted", "measure-reviewed");
    }

    @Test
    void whatPromisesLessWaitsForASecondPerson() {
        JsonObject before = measure("360dialog", "DPA2-4-1-2-5");
        String id = before.getString("id");
        JsonObjectBuilder change = Json.createObjectBuilder()
                .add("words", "Anträge werden quartalsweise umgesetzt.")
                .add("review", "P3M")
                .add("level", "kept")
                .add("what", "Weniger Anträge als erwartet");

        JsonObject proposed =
                good(lena.post(at(id, "/versions"), change.build())).json();

        assertThat(proposed.getBoolean("proposed")).isTrue();
        assertThat(proposed.getString("words")).isEqualTo(before.getString("words"));
        JsonObject yes = Json.createObjectBuilder()
                .add("approved", true)
                .add("reason", "Gut begründet")
                .build();
        assertThat(problem(lena.post(at(id, "/decision"), yes), 409).text()).contains("zweite Person");
        String page = Session.of(SharedApplication.get(), "dora", "72-Stunden-Uhr")
                .get("/measure/view?id=" + id)
                .text();
        assertThat(page).contains("Ein tieferes Niveau ist vorgeschlagen", "Weniger Anträge als erwartet");

        JsonObject decided = good(dora.post(at(id, "/decision"), yes)).json();

        assertThat(decided.getBoolean("proposed")).isFalse();
        assertThat(decided.getInt("version")).isEqualTo(2);
        assertThat(decided.getString("review")).isEqualTo("P3M");
        assertThat(history(id)).contains("measure-lowering-proposed", "measure-changed");
    }

    @Test
    void badInputIsRefusedBesideItsField() {
        String id = measure("okomo", "A-2-input-2").getString("id");
        assertThat(problem(
                                dora.post(
                                        at(id, "/versions"),
                                        Json.createObjectBuilder()
                                                .add("words", "x")
                                                .add("every", "monthly")
                                                .add("what", "y")
                                                .build()),
                                422)
                        .text())
                .contains("\"every\"");
        assertThat(problem(
                                dora.post(
                                        at(id, "/versions"),
                                        Json.createObjectBuilder()
                                                .add("words", "x")
                                                .add("review", "P999999999Y")
                                                .add("what", "y")
                                                .build()),
                                422)
                        .text())
                .contains("\"review\"");
        problem(
                dora.put(
                        at(id, "/owner"),
                        Json.createObjectBuilder().add("owner", "olga-nobody").build()),
                422);
        problem(
                dora.put(
                        at(id, "/owner"),
                        Json.createObjectBuilder().add("owner", "emil").build()),
                422);
        assertThat(good(dora.put(
                                at(id, "/owner"),
                                Json.createObjectBuilder().add("owner", "olga").build()))
                        .json()
                        .getString("owner"))
                .isEqualTo("Olga Frick");
        problem(dora.get(MEASURES + "?light=green"), 422);
        problem(dora.get(at("not-an-id", "")), 404);
    }

    private static String at(String id, String path) {
        return MEASURES + "/" + id + path;
    }

    private List<JsonObject> of(String processor) {
        String path = MEASURES + "?limit=200&processor=" + processor;
        Patience.until(
                "the measures were taken over",
                A_MINUTE,
                () -> !good(dora.get(path)).json().getJsonArray("items").isEmpty());
        return good(dora.get(path)).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private JsonObject measure(String processor, String clause) {
        return of(processor).stream()
                .filter(measure -> measure.getString("clause").equals(clause))
                .findFirst()
                .orElseThrow();
    }

    private List<String> deadlines(String measure) {
        return good(dora.get("/api/v1/deadlines?subject=" + measure))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(deadline -> deadline.getString("state"))
                .toList();
    }

    private List<String> history(String measure) {
        return good(dora.get("/api/v1/trail?limit=200&object=" + measure))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getString("event"))
                .toList();
    }
}
