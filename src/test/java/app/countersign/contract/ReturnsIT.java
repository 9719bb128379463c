package app.countersign.contract;

import static app.countersign.it.Agreements.at;
import static app.countersign.it.Agreements.good;
import static app.countersign.it.Agreements.json;
import static app.countersign.it.Agreements.page;
import static app.countersign.it.Agreements.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.it.Agreements;
import app.countersign.it.ApiClient;
import app.countersign.it.ApiClient.Answer;
import app.countersign.it.FilledForm;
import app.countersign.it.RunningApplication;
import app.countersign.it.SharedApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Test;

/** What comes back by upload, as a program brings it. */
class ReturnsIT {

    private final ApiClient api = SharedApplication.get().api();
    private final Agreements agreements = new Agreements(api);

    private String issued() {
        return agreements
                .issued("okomo-dpa", "Rücksendung " + UUID.randomUUID())
                .getString("id");
    }

    private FilledForm form(String id) {
        return new FilledForm(good(api.get(at(id, "/documents/issued"))).body());
    }

    private Answer bring(String id, byte[] file) {
        return api.upload(at(id, "/returned"), "Vertrag.pdf", file);
    }

    private JsonObject brought(String id, byte[] file) {
        return good(bring(id, file)).json();
    }

    private static List<String> reasons(JsonObject answer) {
        return answer.getJsonArray("reasons").getValuesAs(JsonString::getString);
    }

    @Test
    void anHonestFileFillsTheSignaturePageAndLegalHasOneClickLeft() {
        String id = issued();
        byte[] file = form(id).honest();

        JsonObject answer = brought(id, file);

        assertThat(answer.getString("verdict")).as(answer.toString()).isEqualTo("honest");
        assertThat(answer.getString("outcome")).isEqualTo("taken");
        assertThat(answer.getJsonObject("values").getString("controller.person"))
                .isEqualTo("Erika Őry");
        assertThat(agreements.whole(id).getString("state")).isEqualTo("returned");
        assertThat(good(api.get(at(id, "/documents/returned"))).body()).isEqualTo(file);

        good(api.post(at(id, "/acceptance")));
        good(api.post(at(id, "/countersignature")));
        assertThat(agreements.history(id))
                .containsSubsequence("file-returned", "signature-page-recorded", "contract-accepted");
    }

    @Test
    void aSoundlySignedFileIsCountersignedAsItIs() throws IOException {
        String id = issued();
        byte[] file = form(id).signed("Erika Ory");

        JsonObject answer = brought(id, file);

        assertThat(answer.getString("verdict")).as(answer.toString()).isEqualTo("honest");
        assertThat(answer.getBoolean("soundlySigned")).isTrue();
        JsonObject signature = answer.getJsonArray("signatures").getJsonObject(0);
        assertThat(signature.getString("by")).isEqualTo("Erika Ory");
        assertThat(signature.getJsonObject("certificate").getBoolean("madeByItself"))
                .isTrue();
        assertThat(signature.getJsonArray("words").toString()).contains("unversehrt", "die ganze Datei");
        byte[] both = countersigned(id);
        assertThat(both).startsWith(file);
        try (PDDocument document = Loader.loadPDF(both)) {
            assertThat(document.getSignatureDictionaries()).hasSize(2);
        }
        assertThat(good(api.upload("/api/v1/verifications", "Vertrag.pdf", both))
                        .json()
                        .getString("verdict"))
                .isEqualTo("genuine");
    }

    @Test
    void anUnsignedFileIsAttachedToTheFormThatIsCountersigned() throws IOException {
        String id = issued();
        byte[] file = form(id).honest();
        assertThat(brought(id, file).getBoolean("soundlySigned")).isFalse();

        try (PDDocument document = Loader.loadPDF(countersigned(id))) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            assertThat(new PDDocumentNameDictionary(document.getDocumentCatalog())
                            .getEmbeddedFiles()
                            .getNames()
                            .values())
                    .anyMatch(attached -> holds(attached, file));
        }
        JsonObject late = brought(id, form(id).honest(Map.of("controller.place", "Bern")));
        assertThat(late.getString("outcome")).isEqualTo("kept");
        assertThat(reasons(late)).anyMatch(reason -> reason.contains("nichts mehr zu unterzeichnen"));
        assertThat(agreements.whole(id).getString("state")).isEqualTo("in-force");
    }

    private static boolean holds(PDComplexFileSpecification attached, byte[] file) {
        try {
            return Arrays.equals(attached.getEmbeddedFile().toByteArray(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] countersigned(String id) {
        good(api.post(at(id, "/acceptance")));
        good(api.post(at(id, "/countersignature")));
        return good(api.get(at(id, "/documents/countersigned"))).body();
    }

    @Test
    void theSameFileTwiceIsOneReturn() {
        String id = issued();
        byte[] file = form(id).honest();

        assertThat(brought(id, file).getString("id"))
                .isEqualTo(brought(id, file).getString("id"));
        assertThat(good(api.get(at(id, "/returned"))).text()).containsOnlyOnce("\"sha256\"");
    }

    @Test
    void ofTwoAtOnceOneIsTakenAndTheOtherLeftToAPerson() {
        String id = issued();
        byte[] one = form(id).honest();
        byte[] other = form(id).honest(Map.of("controller.place", "Bern"));

        List<String> outcomes = List.of(one, other).stream()
                .map(file ->
                        CompletableFuture.supplyAsync(() -> brought(id, file).getString("outcome")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes).containsExactlyInAnyOrder("taken", "waiting");
        assertThat(agreements.whole(id).getString("state")).isEqualTo("returned");
    }

    @Test
    void anAlteredFileIsRefusedWithALetterThatNamesThePage() {
        String id = issued();

        JsonObject answer = brought(id, form(id).altered(3));

        assertThat(answer.getString("verdict")).isEqualTo("altered");
        assertThat(answer.getString("outcome")).isEqualTo("refused");
        assertThat(reasons(answer)).anyMatch(reason -> reason.contains("Seite 3"));
        assertThat(agreements.whole(id).getString("state")).isEqualTo("refused");
        assertThat(agreements.whole(id).getString("remark", "")).contains("Seite 3");
        assertThat(agreements.mails(id))
                .anyMatch(mail -> mail.getString("subject").contains("verändert zurück"));
    }

    @Test
    void anAlteredFileCanNotBeTaken() {
        String id = issued();
        brought(id, form(id).honest());
        String altered = brought(id, form(id).altered(2)).getString("id");

        JsonObject body = Json.createObjectBuilder()
                .add("reason", "Passt schon")
                .add("page", page("X AG"))
                .build();
        problem(api.post(at(id, "/returned/" + altered + "/acceptance"), body), 409);
        assertThat(agreements.whole(id).getString("state")).isEqualTo("returned");
    }

    @Test
    void ofAScanAPersonDecides() {
        String id = issued();
        JsonObject answer = brought(id, form(id).scanned());
        assertThat(answer.getString("verdict")).isEqualTo("doubtful");
        assertThat(answer.getString("outcome")).isEqualTo("waiting");
        assertThat(agreements.whole(id).getString("state")).isEqualTo("issued");
        String path = at(id, "/returned/" + answer.getString("id"));

        JsonObject page = page("Käserei AG");
        problem(
                api.post(
                        path + "/acceptance",
                        Json.createObjectBuilder().add("page", page).build()),
                422);
        JsonObject accepted = good(api.post(
                        path + "/acceptance",
                        Json.createObjectBuilder()
                                .add("page", page)
                                .add("reason", "Gescannt, Wort für Wort verglichen")
                                .build()))
                .json();

        assertThat(accepted.getString("outcome")).isEqualTo("taken");
        assertThat(accepted.getJsonObject("decision").getString("reason")).contains("verglichen");
        assertThat(agreements.whole(id).getString("state")).isEqualTo("accepted");
        good(api.post(at(id, "/countersignature")));
    }

    @Test
    void whatAPersonRefusesGoesBackWithAFreshForm() {
        String id = issued();
        String file = brought(id, form(id).scanned()).getString("id");

        good(api.post(at(id, "/returned/" + file + "/refusal"), json(Map.of("reason", "Seite 8 ist nicht lesbar"))));

        assertThat(agreements.whole(id).getString("state")).isEqualTo("refused");
        assertThat(agreements.mails(id))
                .anyMatch(mail -> mail.getString("subject").contains("braucht eine Korrektur"));
        problem(api.post(at(id, "/returned/" + file + "/refusal"), json(Map.of("reason", "Nochmals"))), 409);
    }

    @Test
    void whatCanNotBeReadIsSaidInPlainWords() {
        String id = issued();
        assertThat(brought(id, "Grüezi".getBytes()).getString("verdict")).isEqualTo("unreadable");
        JsonObject locked = brought(id, form(id).locked());
        assertThat(locked.getString("verdict")).isEqualTo("unreadable");
        assertThat(reasons(locked)).anyMatch(reason -> reason.contains("verschlüsselt"));
        byte[] whole = form(id).honest();
        assertThat(brought(id, Arrays.copyOf(whole, whole.length / 3)).getString("verdict"))
                .isNotEqualTo("honest");
        problem(bring(id, new byte[0]), 422);
        assertThat(agreements.whole(id).getString("state")).isEqualTo("issued");
    }

    @Test
    void aFileThatIsTooLargeIsNotReadToItsEnd() {
        // On a connection of its own: the server ends it.
        ApiClient alone = api.withKey(RunningApplication.API_KEY);
        problem(alone.upload(at(issued(), "/returned"), "x.pdf", new byte[26 * 1024 * 1024]), 413);
    }

    @Test
    void aFileForAContractThatIsOverIsKeptAndAnswered() {
        String id = issued();
        byte[] file = form(id).honest();
        good(api.post(at(id, "/withdrawal"), json(Map.of("reason", "Doch nicht"))));

        JsonObject answer = brought(id, file);

        assertThat(answer.getString("outcome")).isEqualTo("kept");
        assertThat(reasons(answer)).anyMatch(reason -> reason.contains("zurückgezogen"));
        assertThat(agreements.whole(id).getString("state")).isEqualTo("withdrawn");
        assertThat(good(api.get(at(id, "/documents/returned"))).body()).isEqualTo(file);
    }

    @Test
    void anIncompleteFormIsLeftToAPerson() {
        String id = issued();
        JsonObject answer = brought(id, form(id).honest(Map.of("controller.person", "")));

        assertThat(answer.getString("verdict")).isEqualTo("honest");
        assertThat(answer.getString("outcome")).isEqualTo("waiting");
        assertThat(agreements.whole(id).getString("state")).isEqualTo("issued");
    }

    @Test
    void anotherContractsFormIsNotTakenForThisOne() {
        byte[] other = form(issued()).honest();
        String id = issued();
        assertThat(brought(id, other).getString("outcome")).isNotEqualTo("taken");
        assertThat(agreements.whole(id).getString("state")).isNotEqualTo("returned");
    }
}
