package app.countersign.breach;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BreachApiIT {

    private static final String BREACHES = "/api/v1/breaches";

    private final ApiClient api = SharedApplication.get().api();
    private final Agreements agreements = new Agreements(api);

    @Test
    void eachControllerConcernedHasTheClocksOfItsOwnContract() {
        String okomo = inForce("okomo-dpa", "Breach Okomo AG");
        String oculavis = inForceByService("Breach Oculavis GmbH");
        Instant aware = Agreements.ago(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);

        JsonObject breach = reported(report("A backup was copied", aware.toString()));

        assertThat(breach.getString("state")).isEqualTo("open");
        JsonObject clock = clocks(breach, oculavis).get(0);
        assertThat(clock.getString("clause")).isEqualTo("oculavis-dpa breach-1-b");
        assertThat(Instant.parse(clock.getString("startsAt"))).isEqualTo(aware);
        assertThat(Instant.parse(clock.getString("dueAt"))).isEqualTo(aware.plus(Duration.ofHours(24)));
        assertThat(Instant.parse(clock.getString("legalEnd"))).isAfter(aware.plus(Duration.ofHours(24)));
        JsonObject prompt = clocks(breach, okomo).get(0);
        assertThat(prompt.getString("clause")).isEqualTo("okomo-dpa 10-1");
        assertThat(Instant.parse(prompt.getString("dueAt"))).isEqualTo(aware.plus(Duration.ofHours(4)));

        JsonObject listed = good(api.get("/api/v1/deadlines?limit=200&subject=" + breach.getString("id")))
                .json();
        assertThat(listed.getJsonArray("items").getValuesAs(JsonObject.class))
                .anySatisfy(one -> assertThat(one.getString("id")).isEqualTo(clock.getString("id")))
                .allSatisfy(one -> assertThat(one.getString("state")).isEqualTo("running"));
    }

    @Test
    void onlyContractsWithThatDataAreConcerned() {
        String okomo = inForce("okomo-dpa", "Category Okomo AG");
        String oculavis = inForceByService("Category Oculavis GmbH");

        JsonObject narrowed =
                reported(report("Applications were lost", Instant.now().toString())
                        .add("dataCategories", Json.createArrayBuilder(List.of("applicants"))));
        JsonObject strange =
                reported(report("Something else was lost", Instant.now().toString())
                        .add("dataCategories", Json.createArrayBuilder(List.of("applicants", "floppy disks"))));

        assertThat(concerns(narrowed, okomo)).isTrue();
        assertThat(concerns(narrowed, oculavis)).isFalse();
        assertThat(concerns(strange, okomo)).isTrue();
        assertThat(concerns(strange, oculavis)).isTrue();
    }

    @Test
    void theControllersAreReadPageByPage() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        List<String> contracts = List.of(
                inForce("okomo-dpa", "Seite C " + mark),
                inForce("okomo-dpa", "Seite A " + mark),
                inForce("okomo-dpa", "Seite B " + mark));
        JsonObject breach = reported(report("Page by page", null).add("processors", okomo()));
        assertThat(concerns(breach, contracts.get(0))).isTrue();

        List<String> names = new ArrayList<>();
        String query = "?limit=1&q=" + mark;
        JsonObject page = controllers(breach, query);
        while (true) {
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(one -> names.add(one.getString("controller")));
            if (!page.containsKey("next") || page.isNull("next")) {
                break;
            }
            assertThat(page.getJsonArray("items")).hasSize(1);
            page = controllers(breach, query + "&after=" + page.getString("next"));
        }
        assertThat(names).containsExactly("Seite A " + mark, "Seite B " + mark, "Seite C " + mark);

        String path = BREACHES + "/" + breach.getString("id") + "/controllers/";
        good(api.post(path + concern(breach, contracts.get(0)).getString("id") + "/confirmation"));
        assertThat(controllers(breach, "?state=confirmed").getJsonArray("items"))
                .hasSize(1);
        JsonObject after =
                good(api.get(BREACHES + "/" + breach.getString("id"))).json();
        assertThat(after.getJsonObject("controllerCounts").getInt("confirmed")).isEqualTo(1);
        assertThat(after.getJsonArray("controllers").size()).isLessThanOrEqualTo(200);
        assertThat(after.getJsonObject("noticeCounts").getInt("draft")).isGreaterThanOrEqualTo(3);
        problem(api.get(path.substring(0, path.length() - 1) + "?state=asleep"), 422);
        problem(api.get(path.substring(0, path.length() - 1) + "?after=" + UUID.randomUUID()), 404);
    }

    @Test
    void whoWasToldBeforeBeingExcludedHasNoNewClockWhenConfirmedAgain() {
        String okomo = inForce("okomo-dpa", "Told and excluded AG");
        JsonObject breach = reported(report("Told first", null).add("processors", okomo()));
        String path = BREACHES + "/" + breach.getString("id");
        String concern = path + "/controllers/" + concern(breach, okomo).getString("id");
        String notice = good(api.get(path + "/notices?q=" + okomo))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        good(api.post(path + "/notices/" + notice + "/sent", json(Map.of("channel", "telephone"))));

        good(api.post(concern + "/exclusion", json(Map.of("reason", "Another tenant, it seems."))));
        good(api.post(concern + "/confirmation"));

        assertThat(clocks(breach, okomo))
                .extracting(clock -> clock.getString("state"))
                .containsExactly("met");
    }

    @Test
    void whatIsAmendedStandsInTheTrailWithWhatItWasBefore() {
        JsonObject breach = reported(report("Before", null).add("processors", okomo()));
        good(api.put(
                BREACHES + "/" + breach.getString("id"),
                Json.createObjectBuilder()
                        .add("title", "After")
                        .add(
                                "persons",
                                Json.createObjectBuilder().add("least", 5).add("most", 9))
                        .add("version", breach.getJsonNumber("version"))
                        .build()));

        JsonObject row = good(api.get("/api/v1/trail?event=breach-amended&object=" + breach.getString("id")))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(row.toString()).contains("Before", "After", "5-9").doesNotContain("description");
    }

    @Test
    void anOverdueClockIsFlaggedWithinSecondsAndCanBeWaivedWithAReason() {
        String oculavis = inForceByService("Overdue Oculavis GmbH");
        Instant aware = Instant.now().minus(Duration.ofHours(25)).truncatedTo(ChronoUnit.SECONDS);
        JsonObject breach = reported(report("Found late", aware.toString()));
        String clock = clocks(breach, oculavis).get(0).getString("id");

        Patience.until(
                "the deadline is flagged",
                Duration.ofMinutes(1),
                () -> deadline(clock).getString("state").equals("overdue"));

        assertThat(deadline(clock).getString("flaggedAt")).isNotNull();
        assertThat(Instant.parse(deadline(clock).getString("dueAt"))).isEqualTo(aware.plus(Duration.ofHours(24)));
        problem(api.post("/api/v1/deadlines/" + clock + "/waiver", json(Map.of("reason", " "))), 409);
        JsonObject waived = good(api.post(
                        "/api/v1/deadlines/" + clock + "/waiver",
                        json(Map.of("reason", "The controller found it and told us."))))
                .json();
        assertThat(waived.getString("state")).isEqualTo("waived");
        problem(api.post("/api/v1/deadlines/" + clock + "/waiver", json(Map.of("reason", "again"))), 409);
    }

    @Test
    void aControllerThatIsNotConcernedIsExcludedAndItsClocksEnd() {
        String okomo = inForce("okomo-dpa", "Excluded Okomo AG");
        JsonObject breach = reported(report("Only some", Instant.now().toString()));
        JsonObject concern = concern(breach, okomo);
        String path = BREACHES + "/" + breach.getString("id") + "/controllers/" + concern.getString("id");

        problem(api.post(path + "/exclusion", json(Map.of("reason", ""))), 409);
        JsonObject after = good(api.post(path + "/exclusion", json(Map.of("reason", "Other tenant."))))
                .json();
        assertThat(concern(after, okomo).getString("state")).isEqualTo("excluded");
        assertThat(clocks(after, okomo).get(0).getString("state")).isEqualTo("waived");

        JsonObject again = good(api.post(path + "/confirmation")).json();
        assertThat(concern(again, okomo).getString("state")).isEqualTo("confirmed");
        assertThat(clocks(again, okomo))
                .extracting(clock -> clock.getString("state"))
                .contains("running");
    }

    @Test
    void whereWeAreControllerTheAuthorityIsToldByTheLaw() {
        Instant aware = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JsonObject german = reported(report("Our own data", aware.toString())
                .add("processors", Json.createArrayBuilder(List.of("oculavis")))
                .add("ownController", true));

        JsonObject clock = german.getJsonArray("deadlines").getJsonObject(0);
        assertThat(clock.getString("kind")).isEqualTo("notify-authority");
        assertThat(clock.getString("clause")).isEqualTo("gdpr 33(1)");
        assertThat(Instant.parse(clock.getString("dueAt"))).isEqualTo(aware.plus(Duration.ofHours(72)));

        JsonObject swiss = reported(report("Our own data", aware.toString())
                .add("processors", Json.createArrayBuilder(List.of("okomo")))
                .add("ownController", true));
        assertThat(swiss.getJsonArray("deadlines").getJsonObject(0).getString("clause"))
                .isEqualTo("dsg 24(1)");
    }

    @Test
    void aSuspicionRunsNoClockTowardsOthersButIsReviewed() {
        JsonObject suspected = reported(
                report("Strange log lines", null).add("suspected", true).add("processors", okomo()));

        assertThat(suspected.getString("state")).isEqualTo("suspected");
        assertThat(suspected.getJsonArray("controllers")).isEmpty();
        assertThat(suspected.getJsonArray("deadlines").getJsonObject(0).getString("kind"))
                .isEqualTo("review-suspicion");
    }

    @Test
    void aSuspicionThatIsNoneEndsWithAReasonAndStaysOnRecord() {
        JsonObject suspected =
                reported(report("Only a test", null).add("suspected", true).add("processors", okomo()));
        String path = BREACHES + "/" + suspected.getString("id");

        problem(api.post(path + "/dismissal", json(Map.of("reason", " "))), 409);
        JsonObject dismissed = good(api.post(path + "/dismissal", json(Map.of("reason", "A drill of our own."))))
                .json();

        assertThat(dismissed.getString("state")).isEqualTo("dismissed");
        assertThat(dismissed.getJsonArray("deadlines").getJsonObject(0).getString("state"))
                .isEqualTo("met");
        problem(api.post(path + "/awareness", Json.createObjectBuilder().build()), 409);
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        problem(api.post(BREACHES, report("", Instant.now().toString()).build()), 422);
        problem(
                api.post(
                        BREACHES,
                        report("Future", Instant.now().plusSeconds(3600).toString())
                                .build()),
                409);
        Instant now = Instant.now();
        problem(
                api.post(
                        BREACHES,
                        report("Upside down", now.minusSeconds(60).toString())
                                .add("occurredAt", now.minusSeconds(30).toString())
                                .build()),
                409);
        Answer twice = problem(
                api.post(
                        BREACHES,
                        report("Twice", "2026-10-25T02:30")
                                .add("zone", "Europe/Berlin")
                                .build()),
                409);
        assertThat(twice.json().getString("detail")).contains("+02:00", "+01:00");
        problem(
                api.post(
                        BREACHES,
                        report("Never", "2026-03-29T02:30")
                                .add("zone", "Europe/Berlin")
                                .build()),
                422);
        problem(
                api.post(
                        BREACHES,
                        report("Nowhere", "2026-03-29T12:30")
                                .add("zone", "Mars/Olympus")
                                .build()),
                422);
        problem(
                api.post(
                        BREACHES,
                        report("Nobody's", now.toString())
                                .add("processors", Json.createArrayBuilder(List.of("nobody")))
                                .build()),
                422);
        problem(api.get(BREACHES + "/" + UUID.randomUUID()), 404);
        problem(api.get("/api/v1/deadlines?state=sleeping"), 422);
        problem(api.get("/api/v1/deadlines?cursor=x"), 422);
    }

    private static jakarta.json.JsonArrayBuilder okomo() {
        return Json.createArrayBuilder(List.of("okomo"));
    }

    private static JsonObjectBuilder report(String title, String awareAt) {
        JsonObjectBuilder report = Json.createObjectBuilder().add("title", title);
        return awareAt == null ? report : report.add("awareAt", awareAt);
    }

    private JsonObject reported(JsonObjectBuilder report) {
        Answer answer = api.post(BREACHES, report.build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private JsonObject deadline(String id) {
        return good(api.get("/api/v1/deadlines/" + id)).json();
    }

    /** Whether that contract's controller is concerned, as soon as all are found. */
    private boolean concerns(JsonObject breach, String contract) {
        Patience.until(
                "all controllers are found",
                Duration.ofMinutes(1),
                () -> good(api.get(BREACHES + "/" + breach.getString("id")))
                                .json()
                                .getInt("unstarted")
                        == 0);
        return !controllers(breach, "?q=" + contract).getJsonArray("items").isEmpty();
    }

    private JsonObject concern(JsonObject breach, String contract) {
        assertThat(concerns(breach, contract)).isTrue();
        return controllers(breach, "?q=" + contract).getJsonArray("items").getJsonObject(0);
    }

    private JsonObject controllers(JsonObject breach, String query) {
        return good(api.get(BREACHES + "/" + breach.getString("id") + "/controllers" + query))
                .json();
    }

    private List<JsonObject> clocks(JsonObject breach, String contract) {
        return concern(breach, contract).getJsonArray("deadlines").getValuesAs(JsonObject.class);
    }

    /** @return the number of a contract that both have signed */
    private String inForce(String template, String controller) {
        String id = agreements.accepted(template, controller);
        good(api.post(Agreements.at(id, "/countersignature")));
        return agreements.whole(id).getString("number");
    }

    /** @return the number of a contract that nobody signs */
    private String inForceByService(String controller) {
        Answer issued = api.post(
                "/api/v1/contracts",
                Agreements.request("oculavis-dpa", controller)
                        .add(
                                "mainContractSignedOn",
                                Agreements.today().minusDays(9).toString())
                        .build());
        return Agreements.made(issued).getString("number");
    }
}
