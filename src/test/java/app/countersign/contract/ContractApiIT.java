package app.countersign.contract;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.fields;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.page;
import static app.countersign.it.Agreements.problem;
import static app.countersign.it.Agreements.today;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.SharedApplication;
import app.countersign.kernel.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Test;

/** From issue to the end over the API, as its description promises it. */
class ContractApiIT {

    private final ApiClient api = SharedApplication.get().api();
    private final Agreements agreements = new Agreements(api);

    @Test
    void okomosContractIsInForceFromTheLaterSignature() {
        JsonObject issued = agreements.issued("okomo-dpa", "Uhren Aebi AG");
        String id = issued.getString("id");

        assertThat(issued.getString("number")).matches("OKO-\\d{4}-\\d{6}");
        assertThat(issued.getString("state")).isEqualTo("issued");
        assertThat(issued.getString("portalUrl")).contains("/sign/");
        assertThat(agreements.whole(id)).doesNotContainKeys("effectiveOn", "signaturePage");

        JsonObject returned =
                good(api.put(at(id, "/signature-page"), page("Uhren Aebi AG"))).json();
        assertThat(returned.getString("state")).isEqualTo("returned");
        assertThat(returned.getJsonObject("signaturePage").getString("person")).isEqualTo("Žofia Őry");
        assertThat(good(api.post(at(id, "/acceptance"))).json().getString("state"))
                .isEqualTo("accepted");

        JsonObject concluded = good(api.post(at(id, "/countersignature"))).json();
        assertThat(concluded.getString("state")).isEqualTo("in-force");
        assertThat(concluded.getString("effectiveOn")).isEqualTo(today().toString());
        assertThat(agreements.history(id))
                .filteredOn(event -> !event.startsWith("mail-"))
                .containsExactly(
                        "contract-drafted",
                        "contract-issued",
                        "signature-page-recorded",
                        "contract-accepted",
                        "contract-countersigned",
                        "contract-in-force");
        assertThat(concluded.getJsonArray("terms").getValuesAs(JsonObject.class))
                .allSatisfy(term -> assertThat(term.getString("clause")).isNotBlank())
                .anySatisfy(term -> assertThat(term.getString("cited")).isEqualTo("§ 4 Abs. 3"));
    }

    @Test
    void theDocumentsAreTheSameByteForByteAtEachDownload() {
        String id = agreements.accepted("okomo-dpa", "Bytes & Söhne AG");
        good(api.post(at(id, "/countersignature")));

        for (String kind : List.of("issued", "countersigned")) {
            JsonObject document = agreements.documents(id, kind).get(0);
            Answer first = good(api.get(document.getString("href")));
            assertThat(first.contentType()).startsWith("application/pdf");
            assertThat(first.body()).hasSize(document.getInt("size"));
            assertThat(Sha256.hex(first.body())).isEqualTo(document.getString("sha256"));
            assertThat(good(api.get(document.getString("href"))).body()).isEqualTo(first.body());
        }
    }

    @Test
    void theCountersignedDocumentCarriesTheContractsDataAndItsSchema() throws Exception {
        String id = agreements.accepted("okomo-dpa", "Daten AG");
        good(api.post(at(id, "/countersignature")));

        byte[] pdf = api.get(at(id, "/documents/countersigned")).body();
        JsonNode data = new ObjectMapper().readTree(attached(pdf, ContractData.NAME));
        assertThat(data.at("/id").asText()).isEqualTo(id);
        assertThat(data.at("/signaturePage/company").asText()).isEqualTo("Daten AG");
        assertThat(data.at("/effectiveOn").asText()).isEqualTo(today().toString());
        assertThat(attached(pdf, ContractData.SCHEMA_NAME)).isEqualTo(ContractData.schema());
    }

    private static byte[] attached(byte[] pdf, String name) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDComplexFileSpecification file =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().values().stream()
                            .filter(f -> f.getFilename().equals(name))
                            .findFirst()
                            .orElseThrow();
            return file.getEmbeddedFile().toByteArray();
        }
    }

    @Test
    void dialogsContractWaitsForTheMainContract() {
        String id = agreements.accepted("360dialog-dpa", "Wartezeit GmbH");

        JsonObject countersigned = good(api.post(at(id, "/countersignature"))).json();
        assertThat(countersigned.getString("state")).isEqualTo("countersigned");
        assertThat(countersigned).doesNotContainKey("effectiveOn");
        assertThat(countersigned.getString("notice")).isNotBlank();

        Answer tomorrow = api.put(
                at(id, "/main-contract"),
                json(Map.of("signedOn", today().plusDays(1).toString())));
        assertThat(fields(problem(tomorrow, 422))).containsExactly("signedOn");

        JsonObject whole = good(api.put(
                        at(id, "/main-contract"),
                        json(Map.of("signedOn", today().minusDays(30).toString()))))
                .json();
        assertThat(whole.getString("state")).isEqualTo("in-force");
        assertThat(whole.getString("effectiveOn")).isEqualTo(today().toString());
    }

    @Test
    void oculavisContractIsInForceWithTheServiceContract() {
        LocalDate service = today().minusDays(200);
        Answer issued = api.post(
                "/api/v1/contracts",
                Agreements.request("oculavis-dpa", "Servicekunde GmbH")
                        .add("mainContractSignedOn", service.toString())
                        .build());

        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        assertThat(issued.json().getString("state")).isEqualTo("in-force");
        String id = issued.json().getString("id");
        assertThat(agreements.whole(id).getString("effectiveOn")).isEqualTo(service.toString());
        problem(api.put(at(id, "/signature-page"), page("Servicekunde GmbH")), 409);
        assertThat(good(api.post(at(id, "/countersignature"))).json().getString("state"))
                .isEqualTo("in-force");
        problem(api.post(at(id, "/countersignature")), 409);
    }

    @Test
    void aRefusedPageCanBeSignedAgain() {
        String id = agreements.accepted("okomo-dpa", "Zweiter Anlauf AG");

        JsonObject refused = good(api.post(at(id, "/refusal"), json(Map.of("reason", "Prokura fehlt."))))
                .json();
        assertThat(refused.getString("state")).isEqualTo("refused");
        assertThat(refused.getString("remark")).isEqualTo("Prokura fehlt.");
        assertThat(agreements.mails(id)).hasSize(2);

        assertThat(good(api.put(at(id, "/signature-page"), page("Zweiter Anlauf AG")))
                        .json())
                .doesNotContainKey("remark");
        good(api.post(at(id, "/acceptance")));
        assertThat(good(api.post(at(id, "/countersignature"))).json().getString("state"))
                .isEqualTo("in-force");
    }

    @Test
    void aContractIsWithdrawnWithAReasonOrWithoutOne() {
        String with = agreements.issued("okomo-dpa", "Rückzug eins AG").getString("id");
        String without = agreements.issued("okomo-dpa", "Rückzug zwei AG").getString("id");

        JsonObject withdrawn = good(api.post(at(with, "/withdrawal"), json(Map.of("reason", "Irrtum"))))
                .json();
        assertThat(withdrawn.getString("state")).isEqualTo("withdrawn");
        assertThat(withdrawn.getString("remark")).isEqualTo("Irrtum");
        assertThat(good(api.post(at(without, "/withdrawal"))).json().getString("state"))
                .isEqualTo("withdrawn");
        problem(api.post(at(without, "/acceptance")), 409);
    }

    @Test
    void aContractEndsAfterItsNoticePeriodOrAtOnce() {
        String noticed = agreements.accepted("okomo-dpa", "Kündigung AG");
        good(api.post(at(noticed, "/countersignature")));
        Answer early = api.post(
                at(noticed, "/termination"),
                json(Map.of("kind", "ordinary", "date", today().minusDays(1).toString())));
        problem(early, 409);
        JsonObject ending = good(api.post(
                        at(noticed, "/termination"), json(Map.of("kind", "ordinary", "date", today().toString()))))
                .json();
        assertThat(ending.getString("state")).isEqualTo("in-force");
        assertThat(ending.getString("endsOn")).isEqualTo(today().plusDays(14).toString());

        String atOnce = agreements.accepted("okomo-dpa", "Verstoss AG");
        good(api.post(at(atOnce, "/countersignature")));
        Answer unexplained = api.post(at(atOnce, "/termination"), json(Map.of("kind", "extraordinary")));
        assertThat(fields(problem(unexplained, 422))).containsExactly("reason");
        Answer ended = api.post(
                at(atOnce, "/termination"), json(Map.of("kind", "extraordinary", "reason", "Verstoss gegen § 6")));
        assertThat(good(ended).json().getString("state")).isEqualTo("terminated");
    }

    @Test
    void aNoticeIsPlannedGivenTakenBackAndOvertakenByAnEarlierEnd() {
        String id = agreements.accepted("okomo-dpa", "Rücktritt vom Rücktritt AG");
        good(api.post(at(id, "/countersignature")));
        Map<String, String> notice = Map.of("kind", "ordinary", "date", today().toString(), "by", "controller");
        String lastDay = today().plusDays(14).toString();

        JsonObject planned =
                good(api.post(at(id, "/termination/preview"), json(notice))).json();
        assertThat(planned.getString("lastDay")).isEqualTo(lastDay);
        assertThat(planned.getJsonObject("term").getString("clause")).isEqualTo("2-5");

        JsonObject end =
                good(api.post(at(id, "/termination"), json(notice))).json().getJsonObject("end");
        assertThat(end.getString("by")).isEqualTo("controller");
        assertThat(end.getString("receivedOn")).isEqualTo(today().toString());
        assertThat(clocks(id)).containsExactly("end-contract running");
        problem(api.post(at(id, "/termination"), json(notice)), 409);
        assertThat(fields(problem(api.post(at(id, "/termination/withdrawal")), 422)))
                .containsExactly("reason");

        JsonObject on = good(api.post(at(id, "/termination/withdrawal"), json(Map.of("reason", "Einvernehmlich"))))
                .json();
        assertThat(on).doesNotContainKeys("endsOn", "end");
        assertThat(clocks(id)).containsExactly("end-contract waived");
        problem(api.post(at(id, "/termination/withdrawal"), json(Map.of("reason", "x"))), 409);

        good(api.post(at(id, "/termination"), json(notice)));
        JsonObject over = good(api.post(
                        at(id, "/termination"),
                        json(Map.of("kind", "extraordinary", "by", "controller", "reason", "Verstoss gegen § 6"))))
                .json();
        assertThat(over.getString("state")).isEqualTo("terminated");
        assertThat(clocks(id)).containsExactly("end-contract waived", "end-contract waived", "dispose-data running");
        assertThat(agreements.history(id)).containsSubsequence("contract-continued", "contract-ended");
    }

    @Test
    void aMinorViolationIsToBeCuredFirst() {
        String id = agreements.accepted("okomo-dpa", "Abhilfe AG");
        good(api.post(at(id, "/countersignature")));
        JsonObject minor =
                json(Map.of("kind", "extraordinary", "ground", "minor-violation", "reason", "Kein Nachweis"));
        problem(api.post(at(id, "/termination"), minor), 409);

        JsonObject cure = good(api.post(
                        at(id, "/cure"),
                        json(Map.of("until", today().plusDays(10).toString(), "violation", "Kein Nachweis"))))
                .json()
                .getJsonObject("cure");
        assertThat(cure.getString("by")).isEqualTo("processor");
        assertThat(clocks(id)).containsExactly("await-cure running");
        problem(api.post(at(id, "/termination"), minor), 409);

        assertThat(good(api.post(at(id, "/cure/settlement"))).json()).doesNotContainKey("cure");
        assertThat(clocks(id)).containsExactly("await-cure met");
    }

    /** Kind and state of the contract's deadlines. */
    private List<String> clocks(String id) {
        return good(api.get("/api/v1/deadlines?subject=" + id))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(clock -> clock.getString("kind") + " " + clock.getString("state"))
                .toList();
    }

    @Test
    void everyIllegalMoveIsRefusedWithTheReasonInTheReadersLanguage() {
        String id = agreements.issued("okomo-dpa", "Zu früh AG").getString("id");

        for (String move : List.of("/acceptance", "/countersignature", "/issue")) {
            problem(api.post(at(id, move)), 409);
        }
        problem(api.post(at(id, "/refusal"), json(Map.of("reason", "x"))), 409);
        problem(api.post(at(id, "/termination"), json(Map.of("kind", "extraordinary", "reason", "x"))), 409);
        problem(api.put(at(id, "/main-contract"), json(Map.of("signedOn", today().toString()))), 409);
        Answer german = problem(api.post(at(id, "/countersignature")), 409);
        Answer english = problem(api.post(at(id, "/countersignature"), null, "en"), 409);
        assertThat(german.json().getString("detail")).contains("ausgestellt");
        assertThat(english.json().getString("detail")).contains("issued");
        assertThat(english.json().getString("type"))
                .isEqualTo(german.json().getString("type"))
                .endsWith(":contract.refusal.countersign");
        assertThat(agreements.whole(id).getString("state")).isEqualTo("issued");
    }

    @Test
    void aListIsReadPageByPageWithoutGapsOrRepetitions() {
        String name = "Blättern Nr " + System.nanoTime() + " AG";
        List<String> made = List.of(
                agreements.issued("okomo-dpa", name).getString("id"),
                agreements.issued("okomo-dpa", name).getString("id"),
                agreements.issued("360dialog-dpa", name).getString("id"));
        good(api.post(at(made.get(1), "/withdrawal")));
        String q = "&q=" + name.replace("ä", "%C3%A4").replace(" ", "%20");

        Answer first = good(api.get("/api/v1/contracts?limit=2" + q));
        assertThat(ids(first)).containsExactly(made.get(2), made.get(1));
        Answer second = good(api.get(
                "/api/v1/contracts?limit=2" + q + "&after=" + first.json().getString("next")));
        assertThat(ids(second)).containsExactly(made.get(0));
        assertThat(second.json()).doesNotContainKey("next");

        assertThat(ids(good(api.get("/api/v1/contracts?template=360dialog-dpa" + q))))
                .containsExactly(made.get(2));
        assertThat(ids(good(api.get("/api/v1/contracts?processor=okomo" + q))))
                .containsExactly(made.get(1), made.get(0));
        assertThat(ids(good(api.get("/api/v1/contracts?state=withdrawn,draft" + q))))
                .containsExactly(made.get(1));
        assertThat(ids(good(api.get("/api/v1/contracts?q=%25")))).isEmpty();
    }

    private static List<String> ids(Answer list) {
        return list.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getString("id"))
                .toList();
    }

    @Test
    void theDescriptionNamesEveryOperationThatStays() throws Exception {
        Answer description = api.get("/openapi?format=JSON");
        JsonNode paths = new ObjectMapper().readTree(description.body()).get("paths");

        Map.ofEntries(
                        Map.entry("/templates", "get"),
                        Map.entry("/contracts", "get,post"),
                        Map.entry("/contracts/{id}", "get"),
                        Map.entry("/contracts/{id}/documents/{kind}", "get"),
                        Map.entry("/contracts/{id}/signature-page", "put"),
                        Map.entry("/contracts/{id}/acceptance", "post"),
                        Map.entry("/contracts/{id}/refusal", "post"),
                        Map.entry("/contracts/{id}/countersignature", "post"),
                        Map.entry("/contracts/{id}/withdrawal", "post"),
                        Map.entry("/verifications", "post"))
                .forEach((path, methods) -> {
                    for (String method : methods.split(",")) {
                        JsonNode responses =
                                paths.path("/api/v1" + path).path(method).path("responses");
                        assertThat(responses.fieldNames())
                                .toIterable()
                                .as(method + " " + path)
                                .anyMatch(status -> status.startsWith("2"))
                                .contains("default");
                    }
                });
    }

    @Test
    void everyTemplateIsOfferedWithItsTermsAndClauses() {
        List<JsonObject> templates =
                good(api.get("/api/v1/templates")).json().getJsonArray("items").getValuesAs(JsonObject.class);

        assertThat(templates)
                .extracting(template -> template.getString("code"))
                .contains("okomo-dpa", "oculavis-dpa", "360dialog-dpa");
        assertThat(templates)
                .allSatisfy(
                        template -> assertThat(template.getJsonArray("terms")).isNotEmpty());
    }

    @Test
    void aDraftIsIssuedLater() {
        JsonObject draft = api.post(
                        "/api/v1/contracts",
                        Agreements.request("okomo-dpa", "Entwurf AG")
                                .add("draft", true)
                                .build())
                .json();
        assertThat(draft.getString("state")).isEqualTo("draft");
        problem(api.get(at(draft.getString("id"), "/documents/issued")), 404);

        assertThat(good(api.post(at(draft.getString("id"), "/issue"))).json().getString("state"))
                .isEqualTo("issued");
    }

    @Test
    void aKnownOrganisationIsNamedByItsId() {
        JsonObject organisation = api.post(
                        "/api/v1/organisations",
                        json(Map.of("name", "Bekannt AG", "address", "Weg 3, 3000 Bern", "country", "CH")))
                .json();
        Answer issued = api.post(
                "/api/v1/contracts",
                Json.createObjectBuilder()
                        .add("template", "okomo-dpa")
                        .add(
                                "controller",
                                json(Map.of("id", organisation.getString("id"), "email", "bekannt@kunde.example")))
                        .build());

        JsonObject whole = agreements.whole(issued.json().getString("id"));
        assertThat(whole.getJsonObject("controller").getString("name")).isEqualTo("Bekannt AG");
        assertThat(StreamSupport.stream(whole.getJsonArray("documents").spliterator(), false))
                .hasSize(1);
    }
}
