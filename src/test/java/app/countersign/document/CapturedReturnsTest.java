package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Judgement.Verdict;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs of others make of a form that is filled in honestly. */
class CapturedReturnsTest {

    private static final Map<String, String> VALUES = Map.of(
            "controller.company", "Beispiel Handels AG",
            "controller.address", "Seestrasse 1, 8002 Zürich",
            "controller.person", "Regula Zünd",
            "controller.position", "Leiterin Recht",
            "controller.place", "Zürich",
            "controller.date", "20.11.2026");
    private static final IssuedForm ISSUED = IssuedForm.of(resource("issued"), List.of());

    private static byte[] resource(String name) {
        try (InputStream input = CapturedReturnsTest.class.getResourceAsStream("/returns/" + name + ".pdf")) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pdf-lib, HONEST",
        "pdf-js, HONEST",
        "mupdf-js, HONEST",
        "pdfium, HONEST",
        "poppler, HONEST",
        "qpdf-objstm, HONEST",
        "mutool-g, HONEST",
        "mutool-c, DOUBTFUL",
        "pdftk, DOUBTFUL",
        "pdf-lib-flat, DOUBTFUL",
        "qpdf-flat, DOUBTFUL",
        "gs, DOUBTFUL",
        "cairo, DOUBTFUL"
    })
    void a_program_s_file_is_judged(String name, Verdict verdict) {
        Judgement judgement = ShippedForm.CHECK.judge(ISSUED, resource(name));

        assertThat(judgement.verdict()).as("%s", judgement.reasons()).isEqualTo(verdict);
        assertThat(judgement.values()).containsAllEntriesOf(VALUES);
    }

    /** It sets the words in other fonts, so that they run differently. */
    @Test
    void what_an_office_program_made_of_it_is_never_honest() {
        assertThat(ShippedForm.CHECK.judge(ISSUED, resource("libreoffice")).verdict())
                .isNotIn(Verdict.HONEST, Verdict.UNREADABLE);
    }

    @Test
    void values_of_a_flattened_form_are_proposed() {
        assertThat(ShippedForm.CHECK.judge(ISSUED, resource("gs")).proposed()).isTrue();
        assertThat(ShippedForm.CHECK.judge(ISSUED, resource("pdf-js")).proposed())
                .isFalse();
    }

    @Test
    void openpdf_fills_honestly_or_leaves_a_doubt() throws IOException {
        PdfReader reader = new PdfReader(ISSUED.pdf());
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        PdfStamper stamper = new PdfStamper(reader, filled, '\0', true);
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            stamper.getAcroFields().setField(value.getKey(), value.getValue());
        }
        stamper.close();

        Judgement judgement = ShippedForm.CHECK.judge(ISSUED, filled.toByteArray());

        assertThat(judgement.verdict()).as("%s", judgement.reasons()).isIn(Verdict.HONEST, Verdict.DOUBTFUL);
        assertThat(judgement.values()).containsAllEntriesOf(VALUES);
    }
}
