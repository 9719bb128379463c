package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Someone who was not there can read how a verdict came about. */
class ProtocolTest {

    private static final ShippedForm FORM = ShippedForm.of("okomo-dpa");

    private static JsonObject kept(byte[] returned) {
        return Json.createReader(new StringReader(FORM.judge(returned).json())).readObject();
    }

    @Test
    void an_honest_verdict_names_files_rules_and_every_check() {
        byte[] filled = Fills.byPdfBox(FORM.pdf(), FORM.values());
        JsonObject json = kept(filled);

        assertThat(json.getString("verdict")).isEqualTo("honest");
        assertThat(json.getString("method")).isEqualTo(Protocol.METHOD);
        assertThat(json.getString("reader")).startsWith("Apache PDFBox 3.");
        assertThat(json.getString("judgedAt")).isEqualTo(Samples.THEN.toString());
        assertThat(json.getString("issuedSha256")).isEqualTo(Archival.hex(FORM.pdf()));
        assertThat(json.getString("returnedSha256")).isEqualTo(Archival.hex(filled));
        assertThat(json.getJsonArray("checks").getValuesAs(JsonObject.class))
                .extracting(check -> check.getString("name") + " " + check.getString("outcome"))
                .containsExactly(
                        "reading same",
                        "identity same",
                        "contents same",
                        "fields same",
                        "annotations same",
                        "pages same",
                        "signatures same");
    }

    @Test
    void an_altered_verdict_says_in_plain_words_what_was_altered_and_where() {
        byte[] altered = Forger.continued(
                FORM.pdf(), document -> WordForgeries.all().get(1).trick().on(document, new Random(3)));
        JsonObject json = kept(altered);

        assertThat(json.getString("verdict")).isEqualTo("altered");
        JsonObject difference = json.getJsonArray("differences").getValuesAs(JsonObject.class).stream()
                .filter(found -> found.getBoolean("altered"))
                .findFirst()
                .orElseThrow();
        assertThat(difference.getInt("page")).isPositive();
        assertThat(difference.getString("before")).isNotEqualTo(difference.getString("after"));
        assertThat(difference.getString("text")).contains("where the form says");
        assertThat(difference.getJsonObject("area").keySet()).containsExactly("x", "y", "width", "height");
    }
}
