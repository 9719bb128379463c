package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that a customer has signed by cryptography is filled and sealed further in the same file. */
class ContinuedTest {

    private static final ShippedForm FORM = ShippedForm.of("okomo-dpa");
    private static final Map<String, String> OURS =
            Map.of("processor.person", "Gerrit Rode", "processor.place", "Wollerau");

    /** By somebody else's key; the file may be changed afterwards. */
    private static byte[] signed(boolean locked) throws IOException {
        return signed(FORM.pdf(), locked);
    }

    private static byte[] signed(byte[] pdf, boolean locked) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setSignDate(GregorianCalendar.from(Samples.THEN.atZone(ZoneOffset.UTC)));
            options.setPreferredSignatureSize(8192);
            document.addSignature(signature, options);
            if (locked) {
                Certification.noChanges(document, signature);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            var signing = document.saveIncrementalForExternalSigning(bytes);
            signing.setSignature(new AdvancedSignature(Seals.another(), Optional.empty())
                    .of(signing.getContent().readAllBytes()));
            return bytes.toByteArray();
        }
    }

    @Test
    void bothSignaturesStandInOneFile() throws IOException {
        byte[] theirs = signed(false);

        byte[] both = new Seal(Seals.KEY, Optional.empty())
                .seal(FORM.form().continued(theirs, OURS).orElseThrow(), Seals.NOTE, Samples.THEN);

        assertThat(both).startsWith(theirs);
        List<SignatureFinding> signatures = new Verification(Set.of(Seals.KEY.certificate()), Limits.USUAL)
                .of(both)
                .signatures();
        assertThat(signatures).hasSize(2).allMatch(SignatureFinding::intact);
        assertThat(signatures.get(0).ours()).isFalse();
        assertThat(signatures.get(1).sealsWholeFile()).isTrue();
        try (PDDocument document = Loader.loadPDF(both)) {
            PDField place = document.getDocumentCatalog().getAcroForm(null).getField("processor.place");
            assertThat(place.getValueAsString()).isEqualTo("Wollerau");
            assertThat(new String(place.getWidgets()
                            .get(0)
                            .getNormalAppearanceStream()
                            .getContentStream()
                            .toByteArray()))
                    .contains("Tj");
        }
    }

    /** From the customer's fill to our seal, as others than we see it. */
    @Test
    void otherToolsFindBothSignaturesValid(@TempDir Path folder) throws Exception {
        byte[] theirs = signed(Fills.byPdfBox(FORM.pdf(), FORM.values()), false);
        Judgement judgement = FORM.judge(theirs);
        assertThat(judgement.verdict()).as("%s", judgement.reasons()).isEqualTo(Judgement.Verdict.HONEST);
        assertThat(judgement.isSoundlySigned()).isTrue();

        byte[] both = new Seal(Seals.KEY, Optional.empty())
                .seal(FORM.form().continued(theirs, OURS).orElseThrow(), Seals.NOTE, Samples.THEN);

        SimpleReport report =
                OtherTools.judged(both, Seals.KEY.certificate(), Seals.another().certificate());
        assertThat(report.getSignatureIdList())
                .hasSize(2)
                .allSatisfy(id -> assertThat(report.getIndication(id))
                        .as("%s %s", report.getSubIndication(id), report.getAdESValidationErrors(id))
                        .isEqualTo(Indication.TOTAL_PASSED));
        Path file = folder.resolve("both.pdf");
        Files.write(file, both);
        assertThat(OtherTools.said("pdfsig", file).split("Signature is Valid", -1))
                .hasSize(3);
        assertThat(OtherTools.said("qpdf", Path.of("--check"), file))
                .contains("No syntax or stream encoding errors found");
    }

    @Test
    void whereTheirSignatureForbidsItNothingIsAdded() throws IOException {
        assertThat(FORM.form().continued(signed(true), OURS)).isEmpty();
    }
}
