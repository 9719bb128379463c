package app.countersign.scope;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.Patience;
import app.countersign.it.RunningApplication;
import app.countersign.it.Session;
import app.countersign.it.SharedApplication;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That asking for what isn't one's own leaves a row, and that asking often doesn't leave a flood. */
class RefusedAttemptsIT {

    /** Of one person ten attempts a minute get a row each, and another test may have used up this minute's. */
    private static final Duration MORE_THAN_A_MINUTE = Duration.ofSeconds(90);

    private final RunningApplication application = SharedApplication.get();
    private final ApiClient api = application.api();
    private final Agreements agreements = new Agreements(api);

    @Test
    void aGuessedIdOfAnothersContractIsRecordedWithKindAndIdOnly() {
        Patience.until(
                "processors",
                Duration.ofMinutes(1),
                () -> api.get("/api/v1/processors").text().contains("oculavis"));
        String id = agreements.issued("okomo-dpa", "Geheim Quagga AG").getString("id");
        ApiClient emil = api.withKey(DemoAccounts.keyOf("emil"));

        Patience.until("a row", MORE_THAN_A_MINUTE, () -> {
            assertThat(emil.get(Agreements.at(id, "")).status()).isEqualTo(404);
            return !refusals(id).isEmpty();
        });
        JsonObject row = refusals(id).get(0);
        assertThat(row.getString("by")).contains("Emil");
        assertThat(row.getJsonObject("facts").keySet()).isSubsetOf("because", "method", "untold");
        assertThat(row.getJsonObject("facts").getString("because")).isEqualTo("remit");

        for (int i = 0; i < 40; i++) {
            emil.get(Agreements.at(id, ""));
        }
        assertThat(refusals(id)).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void aCallThatTheRoleDoesNotAllowIsRecorded() {
        String id = agreements.issued("okomo-dpa", "Rollen AG").getString("id");
        ApiClient dora = api.withKey(DemoAccounts.keyOf("dora"));

        Patience.until("a row", MORE_THAN_A_MINUTE, () -> {
            assertThat(dora.post(Agreements.at(id, "/acceptance")).status()).isEqualTo(403);
            return !refusals(id).isEmpty();
        });
        assertThat(refusals(id).get(0).getJsonObject("facts").getString("because"))
                .isEqualTo("roles");
    }

    @Test
    void aRoomThatIsClosedIsRefusedOnPagesToo() {
        Session ruth = Session.of(application, "ruth", "Ein-Zimmer-nur5");

        assertThat(ruth.get("/party/list").status()).isEqualTo(403);
        assertThat(ruth.get("/contract/list").status()).isEqualTo(200);
    }

    private List<JsonObject> refusals(String contract) {
        return agreements.whole(contract).getJsonArray("history").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("event").equals("access-refused"))
                .toList();
    }
}
