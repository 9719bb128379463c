package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Refused;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final String LONG_NAME =
            "Gesellschaft für die Verarbeitung außerordentlich langer Firmennamen mbH & Co. KG "
                    .repeat(4)
                    .substring(0, 300);

    @Test
    void an_issued_form_has_its_fields_by_name_with_values_and_tooltips() throws Exception {
        try (PDDocument document = Loader.loadPDF(Samples.issued())) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);

            assertThat(names(form))
                    .containsExactlyInAnyOrder(
                            "contract.number",
                            "controller.company",
                            "controller.address",
                            "controller.person",
                            "controller.place",
                            "controller.date",
                            "processor.company",
                            "processor.person");
            assertThat(form.getField("controller.company").getValueAsString())
                    .isEqualTo("Žlutý kůň & Söhne Łódź Sp. z o.o.");
            assertThat(form.getField("controller.company").getAlternateFieldName())
                    .isEqualTo("Ihre Firma");
            assertThat(form.getField("contract.number").isReadOnly()).isTrue();
            assertThat(form.getField("processor.company").isReadOnly()).isTrue();
            assertThat(form.getField("controller.company").isReadOnly()).isFalse();
            assertThat(((PDTextField) form.getField("controller.address")).isMultiline())
                    .isTrue();
            assertThat(((PDTextField) form.getField("controller.company")).getDefaultAppearance())
                    .matches("/CsSans (9|10)\\.[0-9]+ Tf 0 g");
            assertThat(form.getNeedAppearances()).isFalse();
        }
    }

    @Test
    void a_viewer_can_fill_it_in_with_our_font() throws Exception {
        try (PDDocument document = Loader.loadPDF(Samples.issued())) {
            PDField field = document.getDocumentCatalog().getAcroForm().getField("controller.person");
            field.setValue("Ġorġ Żammit-Đurić");
            byte[] filled = Archival.saved(document);

            try (PDDocument again = Loader.loadPDF(filled)) {
                assertThat(again.getDocumentCatalog()
                                .getAcroForm()
                                .getField("controller.person")
                                .getValueAsString())
                        .isEqualTo("Ġorġ Żammit-Đurić");
            }
        }
    }

    @Test
    void a_completed_document_shows_all_letters_and_has_no_fields_left() throws Exception {
        byte[] completed = Samples.completed();

        assertThat(Pages.text(completed, 2))
                .contains("Žlutý kůň & Söhne Łódź Sp. z o.o.", "Ștefan Țepeș-Müller", "Zoë Ångström-Dvořák")
                .contains("Őrség utca 12", "Magyarország", "Gegenzeichnung 20.11.2026 10:31");
        assertThat(Pages.text(completed, 1)).contains("CS-2026-0001");
        try (PDDocument document = Loader.loadPDF(completed)) {
            assertThat(document.getDocumentCatalog().getAcroForm(null)).isNull();
            assertThat(document.getPage(1).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void a_name_of_300_letters_is_wrapped_and_stays_inside_its_field() {
        Form form = Samples.form();
        Placement place = form.placement("controller.company").orElseThrow();
        Setting setting = Entry.of(place, LONG_NAME).set();

        assertThat(form.refusal("controller.company", LONG_NAME)).isEmpty();
        assertThat(setting.lines()).hasSizeGreaterThan(1);
        assertThat(String.join(" ", setting.lines())).isEqualTo(LONG_NAME.strip());
        assertThat(setting.height()).isLessThanOrEqualTo(place.height());
        assertThat(setting.lines())
                .allSatisfy(line ->
                        assertThat(Face.SANS.width(line, setting.size())).isLessThanOrEqualTo(place.width()));
        assertThat(Pages.text(
                                form.completed(
                                        Map.of("controller.company", LONG_NAME), Map.of(), List.of(), Samples.METADATA),
                                2)
                        .replaceAll("\\s+", " "))
                .contains(setting.lines().get(0), setting.lines().get(1));
    }

    @Test
    void one_word_of_300_letters_is_broken_too() {
        Placement place = Samples.form().placement("controller.company").orElseThrow();
        Setting setting = Entry.of(place, "W".repeat(150)).set();

        assertThat(String.join("", setting.lines())).hasSize(150);
    }

    @Test
    void what_cannot_stand_in_its_field_is_refused_by_field() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Samples.form()
                        .completed(
                                Map.of("controller.company", "株式会社", "controller.person", "x ".repeat(3000)),
                                Map.of(),
                                List.of(),
                                Samples.METADATA))
                .satisfies(invalid -> {
                    assertThat(invalid.complaints().get("controller.company").key())
                            .isEqualTo("document.field.letter");
                    assertThat(invalid.complaints().get("controller.person").key())
                            .isEqualTo("document.field.too-long");
                });
    }

    @Test
    void right_to_left_marks_and_control_characters_never_reach_the_page() {
        byte[] pdf = Samples.form()
                .completed(
                        Map.of("controller.person", "Eva\u202e \u0007Muster\u200b"),
                        Map.of(),
                        List.of(),
                        Samples.METADATA);

        assertThat(Pages.text(pdf, 2)).contains("Eva Muster");
    }

    @Test
    void equal_input_gives_equal_bytes() {
        assertThat(Samples.issued()).isEqualTo(Samples.issued());
        assertThat(Samples.completed()).isEqualTo(Samples.completed());
    }

    @Test
    void the_identifier_comes_back_from_both() {
        Verification verification = new Verification(Set.of(), Limits.USUAL);

        assertThat(verification.of(Samples.issued()).identifier()).contains("contract:0b8c;template:77aa");
        assertThat(verification.of(Samples.completed()).identifier()).contains("contract:0b8c;template:77aa");
    }

    @Test
    void attachments_say_what_they_are() throws Exception {
        try (PDDocument document = Loader.loadPDF(Samples.completed())) {
            var files = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));

            assertThat(files).hasSize(2);
            assertThat(files.getObject(0).toString()).contains("COSName{Data}");
            assertThat(files.getObject(1).toString()).contains("COSName{Schema}");
        }
    }

    @Test
    void a_drawn_signature_must_be_a_small_picture_with_ink() {
        refusedInk("document.signature.no-png", "<svg/>".getBytes());
        refusedInk("document.signature.no-png", java.util.Arrays.copyOf(Samples.scribble(), 60));
        refusedInk("document.signature.too-large", new byte[600 * 1024]);
        refusedInk("document.signature.blank", Samples.png(new BufferedImage(200, 80, BufferedImage.TYPE_INT_ARGB)));
        refusedInk(
                "document.signature.too-many-pixels",
                Samples.png(new BufferedImage(4001, 10, BufferedImage.TYPE_BYTE_BINARY)));
    }

    @Test
    void a_drawn_signature_is_cropped_to_its_ink() {
        Ink ink = Ink.of(Samples.scribble());

        assertThat(ink.pixels().getWidth()).isBetween(470, 500);
        assertThat(ink.pixels().getHeight()).isBetween(80, 120);
    }

    private static void refusedInk(String reason, byte[] png) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> SignatureMark.drawn(png, List.of()))
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo(reason));
    }

    private static List<String> names(PDAcroForm form) {
        return StreamSupport.stream(form.getFieldTree().spliterator(), false)
                .filter(PDTextField.class::isInstance)
                .map(PDField::getFullyQualifiedName)
                .toList();
    }
}
