package app.countersign.document;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.fields;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.made;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.DemoAccounts;
import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.EicarScanner;
import app.countersign.it.FilledForm;
import app.countersign.it.SharedApplication;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is uploaded is shown to the scanner first, and what that finds bad is not kept. */
class ScannedUploadsIT {

    private static final byte[] BAD = EicarScanner.TEXT.getBytes(StandardCharsets.US_ASCII);

    private final ApiClient api = SharedApplication.get().api();
    private final Agreements agreements = new Agreements(api);
    private final String mark = UUID.randomUUID().toString();

    private static void isFound(Answer answer) {
        assertThat(fields(problem(answer, 422))).containsExactly("file");
        assertThat(answer.text()).contains("Eicar-Test-Signature");
    }

    /** Behind so much of something else that the text lies in a later piece of what is shown. */
    private static byte[] infected(byte[] file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(file);
        bytes.writeBytes(new byte[100_000]);
        bytes.writeBytes(BAD);
        return bytes.toByteArray();
    }

    @Test
    void badEvidenceIsNotKeptAndGoodEvidenceIsLookedAt() {
        ApiClient dora = api.withKey(DemoAccounts.keyOf("dora"));
        String measure = good(dora.get("/api/v1/measures?limit=1&processor=oculavis"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        String evidence = "/api/v1/measures/" + measure + "/evidence";
        byte[] report = ("Bericht " + mark).getBytes(StandardCharsets.UTF_8);

        isFound(dora.upload(evidence, "bad-" + mark + ".txt", infected(report)));

        long seen = SharedApplication.scanner().seen();
        made(dora.upload(evidence, "good-" + mark + ".txt", report));
        assertThat(SharedApplication.scanner().seen()).isGreaterThan(seen);
        assertThat(good(dora.get(evidence)).json().getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("name", ""))
                .contains("good-" + mark + ".txt")
                .doesNotContain("bad-" + mark + ".txt");
    }

    @Test
    void aContractThatComesBackInfectedIsNotKept() {
        String id = agreements.issued("okomo-dpa", "Befund " + mark + " AG").getString("id");
        byte[] honest =
                new FilledForm(good(api.get(at(id, "/documents/issued"))).body()).honest();

        isFound(api.upload(at(id, "/returned"), "Vertrag.pdf", infected(honest)));

        assertThat(good(api.get(at(id, "/returned"))).text().strip()).isEqualTo("[]");
        assertThat(agreements.whole(id).getString("state")).isEqualTo("issued");
        assertThat(agreements.history(id)).doesNotContain("file-returned");
        assertThat(good(api.upload(at(id, "/returned"), "Vertrag.pdf", honest))
                        .json()
                        .getString("outcome"))
                .isEqualTo("taken");
    }

    @Test
    void aPaperFromElsewhereThatIsInfectedTakesNothingIn() {
        String contract = Agreements.request("okomo-dpa", "Papier " + mark + " AG")
                .add("concludedOn", "2019-05-20")
                .add("signaturePage", Agreements.json(Map.of("person", "Erika Muster")))
                .add("processorSignature", Agreements.json(Map.of("person", "Petra Muster")))
                .build()
                .toString();

        isFound(api.upload(
                "/api/v1/contracts/concluded", Map.of("contract", contract), "x.pdf", infected(new byte[] {1})));

        assertThat(good(api.get("/api/v1/contracts?q=" + mark)).json().getJsonArray("items"))
                .isEmpty();
    }
}
