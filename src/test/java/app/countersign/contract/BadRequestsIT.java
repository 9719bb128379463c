package app.countersign.contract;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.fields;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.page;
import static app.countersign.it.Agreements.problem;
import static app.countersign.it.Agreements.today;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the API says to requests that can't be: always a problem document, in the caller's language. */
class BadRequestsIT {

    private static final String CONTRACTS = "/api/v1/contracts";

    private final ApiClient api = SharedApplication.get().api();
    private final Agreements agreements = new Agreements(api);

    @Test
    void aSignaturePageIsComplainedOfFieldByField() {
        String id = agreements.issued("okomo-dpa", "Felder AG").getString("id");
        Map<String, List<String>> bad = Map.of(
                "company",
                List.of("", "A".repeat(300), "Firma\u0007 AG", "Firma\u202eGA", "\u682a\u5f0f\u4f1a\u793e", "--"),
                "address",
                List.of("", "x", "Weg\u0000 1", "A\n".repeat(90) + "1"),
                "person",
                List.of("", "R2D2", "Eva <b>Muster</b>", "\u202eretsuM avE", "E"),
                "position",
                List.of("", "12", "P".repeat(300)),
                "place",
                List.of("", "22.11.2026", "7"),
                "date",
                List.of(
                        "",
                        "31.02.2026",
                        "0.0.0000",
                        "gestern",
                        "99999999999.1.1",
                        today().plusDays(1).toString(),
                        today().minusDays(1).toString()));

        bad.forEach((field, values) -> values.forEach(value -> {
            Answer answer = api.put(
                    at(id, "/signature-page"),
                    Json.createObjectBuilder(page("Felder AG"))
                            .add(field, value)
                            .build());
            assertThat(fields(problem(answer, 422))).as(field + " " + value).containsExactly(field);
        }));
        assertThat(fields(problem(api.put(at(id, "/signature-page"), json(Map.of())), 422)))
                .containsExactly("company", "address", "person", "position", "place", "date");
        assertThat(agreements.whole(id).getString("state")).isEqualTo("issued");
    }

    @Test
    void markupInANameIsJustText() {
        String name = "<script>alert('1')</script> & Co {0} AG";
        String id = agreements.accepted("okomo-dpa", name);

        JsonObject whole =
                Agreements.good(api.post(at(id, "/countersignature"))).json();
        assertThat(whole.getJsonObject("controller").getString("name")).isEqualTo(name);
        assertThat(whole.getJsonObject("signaturePage").getString("company")).isEqualTo(name);
    }

    @Test
    void aContractsPartiesAreComplainedOfFieldByField() {
        Map<String, String> good = Map.of(
                "name", "Parteien AG", "address", "Weg 1, 8000 Zürich", "country", "CH", "email", "p@kunde.example");
        Map<String, List<String>> bad = Map.of(
                "name",
                List.of("", "A".repeat(300), "a\u0000b", "Evil \u202egpj AG", "\u682a\u5f0f\u4f1a\u793e"),
                "address",
                List.of("A".repeat(600), "Weg\u0001 1"),
                "country",
                List.of("", "XX", "Schweiz", "C"),
                "email",
                List.of("", "ohne", "a@b@c.example", "a@b.example\r\nBcc: x@y.example", "x".repeat(300) + "@a.example"),
                "contactName",
                List.of("Eva\u0000", "E".repeat(300)));

        bad.forEach((field, values) -> values.forEach(value -> {
            JsonObject request = Json.createObjectBuilder()
                    .add("template", "okomo-dpa")
                    .add("controller", Json.createObjectBuilder(json(good)).add(field, value))
                    .build();
            assertThat(fields(problem(api.post(CONTRACTS, request), 422)))
                    .as(field + " " + value)
                    .containsExactly("controller." + field);
        }));
        Map.of("template", "unknown", "language", "fr", "mainContractSignedOn", "1.1.2026")
                .forEach((field, value) -> {
                    JsonObject request = Agreements.request("okomo-dpa", "Parteien AG")
                            .add(field, value)
                            .build();
                    assertThat(fields(problem(api.post(CONTRACTS, request), 422)))
                            .containsExactly(field);
                });
    }

    @Test
    void whatIsNotKnownIsNotFound() {
        for (String id : List.of(UUID.randomUUID().toString(), "nonsense", "1-1-1-1-1")) {
            problem(api.get(at(id, "")), 404);
            problem(api.get(at(id, "/documents/issued")), 404);
            problem(api.post(at(id, "/acceptance")), 404);
            problem(api.put(at(id, "/signature-page"), page("x")), 404);
            problem(api.get("/api/v1/countersignings/" + id), 404);
            problem(api.get("/api/v1/organisations/" + id), 404);
        }
        String known = agreements.issued("okomo-dpa", "Fundstelle AG").getString("id");
        problem(api.get(at(known, "/documents/countersigned")), 404);
        problem(api.get(at(known, "/documents/secret")), 404);
        for (String path :
                List.of("/api/v1/nothing", "/api/v1", "/api/v2/contracts", "/api/", "/api/v1/contracts/a/b")) {
            problem(api.get(path), 404);
        }
    }

    @Test
    void withoutAKeyOrWithAWrongOneNothingOpens() {
        for (String key : new String[] {null, "", "wrong-key-wrong-key-wrong-key", "schlüssel"}) {
            ApiClient stranger = api.withKey(key);
            for (String path : List.of(CONTRACTS, "/api/v1/templates", "/api/v1/nothing")) {
                Answer answer = problem(stranger.get(path), 401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                assertThat(answer.json().getString("title")).isEqualTo("Nicht angemeldet");
            }
        }
    }

    @Test
    void brokenJsonIsNotUnderstood() {
        for (String body : List.of(
                "",
                "{",
                "{\"template\":",
                "{\"unknown\":{",
                "{\"unknown\":[",
                "{\"a\":".repeat(5000),
                "[".repeat(100_000),
                "[]",
                "null",
                "\"text\"",
                "{\"template\":{\"a\":1}}",
                "{\"controller\":{\"id\":\"no id\"}}",
                "\u0000")) {
            problem(api.send("POST", CONTRACTS, body, "application/json"), 400);
        }
        problem(api.send("POST", CONTRACTS, "{\"a\":\"" + "b".repeat(2_000_000) + "\"}", "application/json"), 413);
    }

    @Test
    void theWrongFormMethodOrParameterIsSaidToBeSo() {
        problem(api.send("POST", CONTRACTS, "<a/>", "application/xml"), 415);
        problem(api.send("POST", CONTRACTS, "a=b", "application/x-www-form-urlencoded"), 415);
        problem(api.send("POST", CONTRACTS, "{}", "nonsense"), 400);
        problem(api.delete(CONTRACTS), 405);
        problem(api.send("PATCH", CONTRACTS, "{}", "application/json"), 405);
        problem(api.get(CONTRACTS + "?limit=many"), 400);
        problem(api.get(CONTRACTS + "?after=nonsense"), 400);
        problem(api.get(CONTRACTS + "?controller=nonsense"), 400);
        assertThat(fields(problem(api.get(CONTRACTS + "?state=lost"), 422))).containsExactly("state");
    }

    @Test
    void oneUnknownContractStopsARunBeforeItBegins() {
        String known = agreements.accepted("okomo-dpa", "Lauf AG");
        JsonObject request = Json.createObjectBuilder()
                .add(
                        "contracts",
                        Json.createArrayBuilder()
                                .add(known)
                                .add(UUID.randomUUID().toString()))
                .build();

        problem(api.post("/api/v1/countersignings", request), 404);
        assertThat(fields(problem(api.post("/api/v1/countersignings", json(Map.of())), 422)))
                .containsExactly("contracts");
        assertThat(agreements.whole(known).getString("state")).isEqualTo("accepted");
    }
}
