package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What an independent validator says of our files. */
class ArchivalTest {

    @BeforeAll
    static void startValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void a_blank_form_is_archival() throws Exception {
        assertThat(complaints(Samples.form().issued(Map.of(), Set.of(), Samples.METADATA)))
                .isEmpty();
    }

    @Test
    void an_issued_form_is_archival() throws Exception {
        assertThat(complaints(Samples.issued())).isEmpty();
    }

    @Test
    void a_completed_document_with_signatures_and_attachments_is_archival() throws Exception {
        assertThat(complaints(Samples.completed())).isEmpty();
    }

    @Test
    void a_sealed_document_is_archival() throws Exception {
        assertThat(complaints(Seals.sealed())).isEmpty();
    }

    @Test
    void the_validator_does_complain_of_a_bare_rendering() throws Exception {
        assertThat(complaints(Rendering.of(Samples.manuscript()).pdf())).isNotEmpty();
    }

    private static List<String> complaints(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() != TestAssertion.Status.PASSED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
