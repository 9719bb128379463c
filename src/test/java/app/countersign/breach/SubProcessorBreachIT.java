package app.countersign.breach;

import static app.countersign.it.Agreements.fields;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static app.countersign.it.Agreements.today;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.Patience;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom a breach at a sub-processor concerns. */
class SubProcessorBreachIT {

    private static final String BREACHES = "/api/v1/breaches";
    private static final String CHANGES = "/api/v1/sub-processor-changes";

    private final ApiClient api = SharedApplication.get().api();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void onlyContractsForWhichTheSubProcessorIsAtWorkAreConcerned() {
        String okomo = countersigned("okomo-dpa", "Ohne " + mark + " AG");
        String oculavis = contract("Mit");
        String cloud = "Cloud " + mark;
        subProcessor(cloud, "oculavis", "2020-01-01", null);

        JsonObject breach = reported(report("Their backup was copied", cloud.toUpperCase()));

        assertThat(concerned(breach, oculavis)).isTrue();
        assertThat(concerned(breach, okomo)).isFalse();
        assertThat(breach.getJsonArray("subProcessors").getString(0)).isEqualTo(cloud);
        String path = BREACHES + "/" + breach.getString("id");
        assertThat(good(api.get(path + "/record")).json().getJsonObject("facts").getJsonArray("subProcessors"))
                .hasSize(1);
    }

    @Test
    void aChangeWithoutEffectYetReachesNobodyWhoWasToldOfIt() {
        String told = contract("Gefragt");
        String coming = "Neu " + mark;
        String going = "Alt " + mark;
        String comes = subProcessor(coming, "oculavis", "2020-01-01", null);
        String goes = subProcessor(going, "oculavis", "2020-01-01", "2020-12-31");
        replaced(comes, goes, today().plusDays(30));
        String later = contract("Spaeter");

        JsonObject atNew = reported(report("The new one was broken into", coming));
        JsonObject atOld = reported(report("The old one was broken into", going));

        assertThat(concerned(atNew, told)).isFalse();
        assertThat(concerned(atNew, later)).isTrue();
        assertThat(concerned(atOld, told)).isTrue();
    }

    @Test
    void whoeverComesToBeConcernedByAnAmendmentIsFoundThen() {
        String contract = contract("Nachtrag");
        String one = "Erst " + mark;
        String other = "Dann " + mark;
        subProcessor(one, "okomo", "2020-01-01", null);
        subProcessor(other, "oculavis", "2020-01-01", null);
        JsonObject breach = reported(report("More than one", one));
        assertThat(concerned(breach, contract)).isFalse();

        good(api.put(
                BREACHES + "/" + breach.getString("id"),
                Json.createObjectBuilder()
                        .add("title", "More than one")
                        .add("subProcessors", array(one, other))
                        .add("version", breach.getInt("version"))
                        .build()));
        JsonObject amended = found(breach);

        assertThat(concerned(amended, contract)).isTrue();
        assertThat(amended.getJsonArray("subProcessors")).hasSize(2);
    }

    @Test
    void aSuspicionThatIsABreachConcernsThoseForWhomTheSubProcessorIsAtWork() {
        String okomo = countersigned("okomo-dpa", "Unberuehrt " + mark + " AG");
        String oculavis = contract("Betroffen");
        String cloud = "Verdacht " + mark;
        subProcessor(cloud, "oculavis", "2020-01-01", null);
        JsonObject suspicion = reported(report("Perhaps", cloud).add("suspected", true));
        assertThat(concerned(suspicion, oculavis)).isFalse();
        String awareness = BREACHES + "/" + suspicion.getString("id") + "/awareness";

        good(api.post(awareness, Json.createObjectBuilder().build()));
        JsonObject breach = found(suspicion);

        assertThat(breach.getString("state")).isEqualTo("open");
        assertThat(concerned(breach, oculavis)).isTrue();
        assertThat(concerned(breach, okomo)).isFalse();
        problem(api.post(awareness, Json.createObjectBuilder().build()), 409);
    }

    @Test
    void oneThatEndedBeforeConcernsNobody() {
        String contract = contract("Lange her");
        String past = "Einst " + mark;
        subProcessor(past, "oculavis", "2019-01-01", "2019-12-31");

        JsonObject breach = reported(report("Long over", past));

        assertThat(concerned(breach, contract)).isFalse();
        assertThat(breach.getJsonObject("controllerCounts").getInt("found")).isZero();
    }

    @Test
    void whatIsAmendedStandsInTheTrailAndWhatIsUnknownIsRefused() {
        String cloud = "Wolke " + mark;
        subProcessor(cloud, "oculavis", "2020-01-01", null);
        JsonObject suspicion = reported(report("Perhaps").add("suspected", true));
        String path = BREACHES + "/" + suspicion.getString("id");
        JsonObjectBuilder facts = Json.createObjectBuilder()
                .add("title", "Perhaps")
                .add("subProcessors", array(cloud))
                .add("version", suspicion.getInt("version"));

        JsonObject amended = good(api.put(path, facts.build())).json();

        assertThat(amended.getJsonArray("subProcessors").getString(0)).isEqualTo(cloud);
        assertThat(good(api.get("/api/v1/trail?event=breach-amended&object=" + suspicion.getString("id")))
                        .text())
                .contains("subProcessors", cloud);
        assertThat(fields(problem(
                        api.post(BREACHES, report("X", "Nobody " + mark).build()), 422)))
                .containsExactly("subProcessors");
        // Who answers for another processor does not learn of it.
        ApiClient olga = SharedApplication.get().api().withKey(DemoAccounts.keyOf("olga"));
        assertThat(fields(problem(
                        olga.post(
                                BREACHES,
                                Json.createObjectBuilder()
                                        .add("title", "X")
                                        .add("subProcessors", array(cloud))
                                        .build()),
                        422)))
                .containsExactly("subProcessors");
    }

    private static JsonArrayBuilder array(String... names) {
        return Json.createArrayBuilder(List.of(names));
    }

    private static JsonObjectBuilder report(String title, String... at) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("processors", array("okomo", "oculavis"))
                .add("subProcessors", array(at));
    }

    private JsonObject reported(JsonObjectBuilder report) {
        return found(made(api.post(BREACHES, report.build())));
    }

    /** With all that the search finds. */
    private JsonObject found(JsonObject breach) {
        String path = BREACHES + "/" + breach.getString("id");
        Patience.until(
                "all controllers are found",
                Duration.ofMinutes(1),
                () -> good(api.get(path)).json().getInt("unstarted") == 0);
        return good(api.get(path)).json();
    }

    private boolean concerned(JsonObject breach, String contract) {
        return !good(api.get(BREACHES + "/" + breach.getString("id") + "/controllers?q=" + contract))
                .json()
                .getJsonArray("items")
                .isEmpty();
    }

    private String countersigned(String template, String controller) {
        Agreements agreements = new Agreements(api);
        String id = agreements.accepted(template, controller);
        good(api.post(Agreements.at(id, "/countersignature")));
        return agreements.whole(id).getString("number");
    }

    /** In force at once, with their service contract. */
    private String contract(String name) {
        return made(api.post(
                        "/api/v1/contracts",
                        Agreements.request("oculavis-dpa", name + " " + mark + " GmbH")
                                .add(
                                        "mainContractSignedOn",
                                        today().minusDays(9).toString())
                                .build()))
                .getString("number");
    }

    private String subProcessor(String name, String processor, String since, String until) {
        JsonObjectBuilder entry = Json.createObjectBuilder()
                .add("processor", processor)
                .add("name", name)
                .add("country", "DE")
                .add("service", "Hosting")
                .add("places", array("DE"))
                .add("personal", "yes")
                .add("basis", "signed")
                .add("since", since);
        if (until != null) {
            entry.add("until", until);
        }
        return made(api.post("/api/v1/sub-processors", entry.build())).getString("id");
    }

    private void replaced(String comes, String goes, LocalDate on) {
        JsonObject wish = Json.createObjectBuilder()
                .add("kind", "replaced")
                .add("subProcessor", comes)
                .add("replaced", goes)
                .add("on", on.toString())
                .add("words", "Mehr Leistung")
                .build();
        ApiClient.Answer answer = api.post(CHANGES, wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String path = CHANGES + "/" + answer.json().getString("id");
        Patience.until(
                "everybody is told",
                Duration.ofMinutes(1),
                () -> good(api.get(path)).json().getBoolean("finished"));
    }
}
