package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Judgement.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that was filled in and otherwise left alone is honest. */
class ReturnCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void a_form_that_was_filled_in_is_honest(String code) throws Exception {
        ShippedForm form = ShippedForm.of(code);
        Files.write(Path.of("/tmp/chk/" + code + ".pdf"), form.pdf());
        byte[] filled = Forger.continued(form.pdf(), document -> {
            var acro = document.getDocumentCatalog().getAcroForm();
            for (var e : form.values().entrySet()) {
                acro.getField(e.getKey()).setValue(e.getValue());
                acro.getField(e.getKey()).getCOSObject().setNeedToBeUpdated(true);
                acro.getField(e.getKey())
                        .getWidgets()
                        .get(0)
                        .getAppearance()
                        .getNormalAppearance()
                        .getCOSObject()
                        .setNeedToBeUpdated(true);
            }
        });
        Files.write(Path.of("/tmp/chk/" + code + "-pdfbox.pdf"), filled);
        }
        assertThat(form.judge(form.pdf()).verdict()).isEqualTo(Verdict.HONEST);
        assertThat(form.judge(filled).verdict()).isEqualTo(Verdict.HONEST);
        assertThat(form.judge(filled).values()).containsAllEntriesOf(form.values());
    }
}
