package app.countersign.breach;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the authority is told, what is documented, and what looks as if it had been reported before. */
class AuthorityApiIT {

    private static final String BREACHES = "/api/v1/breaches";

    private final ApiClient api = SharedApplication.get().api();

    @Test
    void aReportIsKeptAsItWasSentAndMeetsTheDeadlineAndLateOnesSayWhy() throws Exception {
        Instant aware = Instant.now().minus(Duration.ofHours(80));
        String breach = own("Told late", "oculavis", aware);
        JsonObject draft = good(api.get(at(breach, "/authority-report"))).json();
        assertThat(draft.getJsonObject("authority").getString("id")).isEqualTo("de-nw");
        assertThat(draft.getJsonArray("missing").toString()).contains("person-categories", "consequences");
        assertThat(api.put(
                                at(breach, "/authority-report"),
                                json(Map.of("personCategories", "Employees of customers", "duration", "2 hours")))
                        .status())
                .isEqualTo(204);

        Answer unexplained = problem(send(breach, sent("portal")), 422);
        assertThat(unexplained.text()).contains("delayReasons");
        JsonObject first = made(send(
                breach,
                sent("portal").add("delayReasons", "Found by the auditor only.").add("reference", "LDI-1")));

        assertThat(first.getString("phase")).isEqualTo("initial");
        assertThat(clocks(breach)).containsExactly("met-late");
        Answer pdf = good(api.get(at(breach, "/authority-reports/" + first.getString("id") + ".pdf")));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf.body())))
                .isEqualTo(first.getString("pdf"));
        problem(send(breach, sent("mail").add("phase", "initial")), 422);
        JsonObject second = made(send(breach, sent("mail").add("phase", "final")));
        assertThat(second.getInt("number")).isEqualTo(2);
        assertThat(second.getString("authority")).isEqualTo("de-nw");
        assertThat(good(api.get(at(breach, "/authority-reports"))).json().getJsonArray("items"))
                .hasSize(2);
    }

    @Test
    void whatCannotBeOfAReportIsRefused() {
        String breach = own("Refused", "okomo", Instant.now().minusSeconds(60));

        assertThat(good(api.get(at(breach, "/authority-report")))
                        .json()
                        .getJsonObject("authority")
                        .getString("id"))
                .isEqualTo("ch");
        problem(send(breach, sent("pigeon")), 422);
        problem(send(breach, sent("portal").add("authority", "nowhere")), 422);
        problem(
                send(
                        breach,
                        sent("portal").add("at", Instant.now().plusSeconds(600).toString())),
                422);
        problem(
                send(
                        breach,
                        sent("portal").add("at", Instant.now().minusSeconds(600).toString())),
                422);
        problem(send(breach, sent("portal").add("version", 99)), 409);
        problem(api.get(at(breach, "/authority-report?language=fr")), 422);
        problem(api.get(at(breach, "/authority-reports/" + java.util.UUID.randomUUID() + ".pdf")), 404);
    }

    @Test
    void whereWeAreOnlyProcessorAReportNeedsTheControllersInstruction() {
        Agreements agreements = new Agreements(api);
        String contract = agreements.accepted("okomo-dpa", "Instructing Okomo AG");
        good(api.post(Agreements.at(contract, "/countersignature")));
        JsonObject breach = made(api.post(
                BREACHES, report("On instruction", "okomo", Instant.now()).build()));
        String number = agreements.whole(contract).getString("number");
        String id = breach.getString("id");
        JsonObject concern = good(api.get(at(id, "/controllers?q=" + number)))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);

        problem(api.get(at(id, "/authority-report")), 409);
        problem(send(id, sent("portal")), 409);
        problem(send(id, sent("portal").add("controller", concern.getString("id"))), 422);
        JsonObject kept = made(send(
                id,
                sent("portal").add("controller", concern.getString("id")).add("instruction", "Mail of Kim, 23 May")));

        assertThat(kept.getString("controller")).isEqualTo("Instructing Okomo AG");
        assertThat(kept.getString("concern")).isEqualTo(concern.getString("id"));
    }

    @Test
    void everythingIsInTheRecordAndEveryBreachInTheRegister() {
        String breach = own("Recorded", "oculavis", Instant.now().minusSeconds(60));
        made(api.post(
                at(breach, "/judgements"),
                json(Map.of("nature", "financial", "ease", "maximum", "confidentiality", "full"))));
        made(send(breach, sent("telephone")));

        JsonObject record = good(api.get(at(breach, "/record"))).json();

        assertThat(record.getString("title")).isEqualTo("Recorded");
        assertThat(record.getJsonArray("judgements").getJsonObject(0).getString("level"))
                .isEqualTo("high");
        assertThat(record.getJsonArray("authorityReports").getJsonObject(0).getString("channel"))
                .isEqualTo("telephone");
        assertThat(record.getJsonArray("deadlines").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("kind") + " " + one.getString("state"))
                .contains("notify-authority met", "notify-persons running");
        Answer register = good(api.get(BREACHES + "/register"));
        assertThat(register.contentType()).startsWith("text/csv");
        assertThat(register.text()).contains(record.getString("number"), "\"Recorded\"");
    }

    @Test
    void aBreachThatLooksLikeAnOpenOneSaysSoAndIsReportedAllTheSame() {
        Instant aware = Instant.now().minusSeconds(60);
        String first = own("Quokka archive was copied", "okomo", aware);

        JsonObject second = made(api.post(
                BREACHES, report("The quokka archive copied", "okomo", aware).build()));

        assertThat(second.getJsonArray("similar").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("id"))
                .contains(first);
    }

    private String own(String title, String processor, Instant aware) {
        return made(api.post(
                        BREACHES,
                        report(title, processor, aware)
                                .add("ownController", true)
                                .build()))
                .getString("id");
    }

    private static JsonObjectBuilder report(String title, String processor, Instant aware) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("awareAt", aware.toString())
                .add("processors", Json.createArrayBuilder(List.of(processor)))
                .add("harms", Json.createArrayBuilder(List.of("confidentiality")));
    }

    private static JsonObjectBuilder sent(String channel) {
        return Json.createObjectBuilder().add("channel", channel);
    }

    private Answer send(String breach, JsonObjectBuilder sent) {
        return api.post(at(breach, "/authority-reports"), sent.build());
    }

    private List<String> clocks(String breach) {
        return good(api.get("/api/v1/deadlines?limit=200&subject=" + breach))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(deadline -> deadline.getString("kind").equals("notify-authority"))
                .map(deadline -> deadline.getString("state"))
                .toList();
    }

    private static String at(String breach, String what) {
        return BREACHES + "/" + breach + what;
    }
}
