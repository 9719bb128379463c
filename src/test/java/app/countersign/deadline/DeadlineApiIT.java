package app.countersign.deadline;

import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.Patience;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadlineApiIT {

    private static final String DEADLINES = "/api/v1/deadlines";

    private final ApiClient api = SharedApplication.get().api();

    /** A breach of oculavis' data, told of within 24 hours by contract. */
    private JsonObject breach(Instant aware) {
        made(api.post(
                "/api/v1/contracts",
                Agreements.request("oculavis-dpa", "Frist GmbH")
                        .add(
                                "mainContractSignedOn",
                                Agreements.today().minusDays(9).toString())
                        .build()));
        return made(api.post(
                "/api/v1/breaches",
                Json.createObjectBuilder()
                        .add("title", "Fristen")
                        .add("awareAt", aware.toString())
                        .add("processors", Json.createArrayBuilder(List.of("oculavis")))
                        .add("ownController", true)
                        .build()));
    }

    private JsonObject list(String query) {
        return good(api.get(DEADLINES + query)).json();
    }

    private static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void theListIsNarrowedAndReadPageByPageTheFirstDueFirst() {
        Instant aware = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String subject = "subject=" + breach(aware).getString("id");

        List<JsonObject> all = items(list("?limit=200&" + subject));
        assertThat(all).hasSizeGreaterThan(1).allSatisfy(one -> {
            assertThat(one.getString("clause")).isIn("oculavis-dpa breach-1-b", "gdpr 33(1)");
            assertThat(one.getString("state")).isEqualTo("running");
            assertThat(Instant.parse(one.getString("startsAt"))).isEqualTo(aware);
            assertThat(Instant.parse(one.getString("legalEnd"))).isAfter(Instant.parse(one.getString("dueAt")));
            assertThat(one).doesNotContainKeys("flaggedAt", "endedAt");
        });
        assertThat(all).extracting(one -> Instant.parse(one.getString("dueAt"))).isSorted();

        List<JsonObject> read = new ArrayList<>();
        JsonObject page = list("?limit=1&" + subject);
        read.addAll(items(page));
        while (page.containsKey("next")) {
            page = list("?limit=1&" + subject + "&cursor=" + encoded(page.getString("next")));
            read.addAll(items(page));
        }
        assertThat(read).isEqualTo(all);

        String before = "&dueBefore=" + encoded(aware.plus(Duration.ofHours(25)).toString());
        assertThat(items(list("?limit=200&" + subject + before)))
                .isNotEmpty()
                .extracting(one -> one.getString("kind"))
                .containsOnly("notify-controller");
        assertThat(items(list("?" + subject + "&dueBefore=" + encoded("2026-11-23T09:00 Europe/Lisbon"))))
                .isEmpty();
        assertThat(items(list("?state=met,waived&" + subject))).isEmpty();
        assertThat(items(list("?limit=-7&state=running,overdue&" + subject))).hasSize(1);
    }

    @Test
    void anOverdueOneIsFlaggedTakenNoteOfAndWaivedWithAReason() {
        Instant aware = Instant.now().minus(Duration.ofHours(26)).truncatedTo(ChronoUnit.SECONDS);
        JsonObject breach = breach(aware);
        String overdue = "?limit=200&state=overdue&subject=" + breach.getString("id");
        Patience.until(
                "it is flagged",
                Duration.ofMinutes(1),
                () -> !items(list(overdue)).isEmpty());
        JsonObject clock = items(list(overdue)).get(0);
        String path = DEADLINES + "/" + clock.getString("id");
        assertThat(Instant.parse(clock.getString("dueAt"))).isEqualTo(aware.plus(Duration.ofHours(24)));
        assertThat(Instant.parse(clock.getString("flaggedAt"))).isAfter(Instant.parse(clock.getString("dueAt")));

        JsonObject noted = good(api.post(path + "/acknowledgement")).json();
        assertThat(noted.getString("state")).isEqualTo("overdue");
        assertThat(noted.getString("acknowledgedBy")).isNotBlank();
        assertThat(good(api.post(path + "/acknowledgement")).json().getString("acknowledgedAt"))
                .isEqualTo(noted.getString("acknowledgedAt"));

        problem(api.post(path + "/waiver"), 409);
        problem(api.post(path + "/waiver", json(Map.of("reason", " "))), 409);
        problem(api.post(path + "/waiver", json(Map.of("reason", "x".repeat(1001)))), 409);
        JsonObject waived = good(api.post(path + "/waiver", json(Map.of("reason", "<b>Told</b> by telephone."))))
                .json();
        assertThat(waived.getString("state")).isEqualTo("waived");
        assertThat(waived.getString("reason")).isEqualTo("<b>Told</b> by telephone.");
        assertThat(waived.getString("endedBy")).isNotBlank();
        problem(api.post(path + "/waiver", json(Map.of("reason", "Again."))), 409);
        problem(api.post(path + "/acknowledgement"), 409);
    }

    @Test
    void whoMayOnlyReadOrAnswersForOthersChangesNothing() {
        JsonObject breach = breach(Instant.now());
        String path = DEADLINES + "/"
                + items(list("?subject=" + breach.getString("id"))).get(0).getString("id");
        ApiClient auditor = SharedApplication.get().api().withKey(DemoAccounts.keyOf("anton"));
        ApiClient legal = SharedApplication.get().api().withKey(DemoAccounts.keyOf("lena"));
        ApiClient ofOkomo = SharedApplication.get().api().withKey(DemoAccounts.keyOf("olga"));

        good(auditor.get(path));
        problem(auditor.post(path + "/acknowledgement"), 403);
        problem(legal.post(path + "/waiver", json(Map.of("reason", "No."))), 403);
        problem(ofOkomo.get(path), 404);
        problem(ofOkomo.post(path + "/acknowledgement"), 404);
        assertThat(items(good(ofOkomo.get(DEADLINES + "?subject=" + breach.getString("id")))
                        .json()))
                .isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedBesideItsField() {
        Map.of(
                        "state", List.of("sleeping", "running,asleep"),
                        "dueBefore",
                                List.of(
                                        "soon",
                                        "2026-02-30T10:00",
                                        "2026-03-29T02:30[Europe/Berlin]",
                                        "2026-11-23T09:00[US/Pacific-New]",
                                        "+999999999-01-01T00:00:00Z"),
                        "subject", List.of("x", "BR-2026-0001"),
                        "cursor",
                                List.of(
                                        "x",
                                        "2026-01-01T00:00:00Z",
                                        "2026-01-01T00:00:00Z_x",
                                        "+999999999-12-31T23:59:59Z_" + UUID.randomUUID(),
                                        "' or 1=1_" + UUID.randomUUID()))
                .forEach((field, values) -> values.forEach(value -> {
                    Answer answer = problem(api.get(DEADLINES + "?" + field + "=" + encoded(value)), 422);
                    assertThat(answer.text())
                            .as(value)
                            .contains("\"" + field + "\"")
                            .doesNotContain("Exception");
                }));
        Answer twice = problem(api.get(DEADLINES + "?dueBefore=" + encoded("2026-10-25T02:30 Europe/Berlin")), 422);
        assertThat(twice.text()).contains("+02:00", "+01:00");
        problem(api.get(DEADLINES + "/x"), 404);
        problem(api.get(DEADLINES + "/" + UUID.randomUUID()), 404);
        problem(api.post(DEADLINES + "/" + UUID.randomUUID() + "/waiver", json(Map.of("reason", "x"))), 404);
        problem(api.post(DEADLINES + "/" + UUID.randomUUID() + "/acknowledgement"), 404);
    }
}
