package app.countersign.it;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Takes contracts through their states over the API, the way the interface's description words it. */
public final class Agreements {

    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    private final ApiClient api;

    public Agreements(ApiClient api) {
        this.api = api;
    }

    /** The day on which the processors' clocks are. */
    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** So long ago, but not before today: what is concluded today was not in force yesterday. */
    public static Instant ago(Duration time) {
        Instant midnight = today().atStartOfDay(ZONE).toInstant();
        Instant then = Instant.now().minus(time);
        return then.isBefore(midnight) ? midnight : then;
    }

    public static JsonObject json(Map<String, String> fields) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        fields.forEach(object::add);
        return object.build();
    }

    public static JsonObjectBuilder request(String template, String controller) {
        return Json.createObjectBuilder()
                .add("template", template)
                .add(
                        "controller",
                        json(Map.of(
                                "name", controller,
                                "address", "Seestrasse 12, 8002 Zürich",
                                "country", "CH",
                                "email", "recht@kunde.example")));
    }

    public static JsonObject page(String company) {
        return json(Map.of(
                "company", company,
                "address", "Seestrasse 12, 8002 Zürich",
                "person", "Žofia Őry",
                "position", "Geschäftsführerin",
                "place", "Zürich",
                "date", today().toString()));
    }

    /** @return what the answer to the request says: {@code id}, {@code number}, {@code state}, {@code portalUrl} */
    public JsonObject issued(String template, String controller) {
        Answer answer =
                api.post("/api/v1/contracts", request(template, controller).build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** @return its id */
    public String accepted(String template, String controller) {
        String id = issued(template, controller).getString("id");
        good(api.put(at(id, "/signature-page"), page(controller)));
        good(api.post(at(id, "/acceptance")));
        return id;
    }

    public JsonObject whole(String id) {
        return good(api.get(at(id, ""))).json();
    }

    public List<JsonObject> documents(String id, String kind) {
        return whole(id).getJsonArray("documents").getValuesAs(JsonObject.class).stream()
                .filter(document -> document.getString("kind").equals(kind))
                .toList();
    }

    /** The names of what happened to it, in order. */
    public List<String> history(String id) {
        return whole(id).getJsonArray("history").getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString("event"))
                .toList();
    }

    public List<JsonObject> mails(String id) {
        return good(api.get("/api/v1/mails?contract=" + id))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** Begins a run.
     *
     * @return its id */
    public String countersigning(List<String> ids) {
        Answer answer = api.post(
                "/api/v1/countersignings",
                Json.createObjectBuilder()
                        .add("contracts", Json.createArrayBuilder(ids))
                        .build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json().getString("id");
    }

    public JsonObject progress(String run) {
        return good(api.get("/api/v1/countersignings/" + run)).json();
    }

    /** The fields that a problem document complains of. */
    public static List<String> fields(Answer answer) {
        return answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .toList();
    }

    public static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    public static String at(String id, String path) {
        return "/api/v1/contracts/" + id + path;
    }

    public static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    public static JsonObject made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** A problem document with that status, and nothing in it that belongs into a log. */
    public static Answer problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("type")).startsWith("urn:countersign:problem:");
        assertThat(answer.json().getString("title")).isNotBlank();
        assertThat(answer.json().getString("detail")).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "\tat ", "<html", "?kernel", "?contract");
        return answer;
    }
}
