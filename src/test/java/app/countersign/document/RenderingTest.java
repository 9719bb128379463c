package app.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.countersign.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingTest {

    private static final String BODY =
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title></head><body>%s</body></html>";

    @TempDir
    private Path folder;

    @Test
    void the_same_manuscript_gives_the_same_bytes_also_side_by_side() {
        byte[] alone = Rendering.of(Samples.manuscript()).pdf();
        List<CompletableFuture<byte[]>> together = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Rendering.of(Samples.manuscript()).pdf()))
                .toList();

        assertThat(together).allSatisfy(one -> assertThat(one.join()).isEqualTo(alone));
    }

    @Test
    void fields_are_found_where_they_stand() {
        Rendering rendering = Rendering.of(Samples.manuscript());

        assertThat(rendering.pages()).isEqualTo(2);
        assertThat(rendering.placements()).hasSize(10);
        assertThat(rendering.placements().get(0).field()).isEqualTo("contract.number");
        assertThat(rendering.placements())
                .filteredOn(place -> place.page() == 2)
                .hasSize(9);
        assertThat(rendering.placements()).allSatisfy(place -> {
            assertThat(place.x()).isBetween(60f, 400f);
            assertThat(place.width()).isBetween(90f, 200f);
            assertThat(place.height()).isGreaterThan(15f);
        });
    }

    @Test
    void the_page_that_the_words_name_is_the_page_it_is() {
        assertThat(Pages.text(Rendering.of(Samples.manuscript()).pdf(), 1)).contains("wie auf Seite 2");
    }

    @Test
    void furniture_stands_on_every_page() {
        byte[] pdf = Rendering.of(Samples.manuscript()).pdf();

        for (int page = 1; page <= 2; page++) {
            assertThat(Pages.text(pdf, page))
                    .contains("Muster Verarbeitung AG", "Fassung 1.0", "Seite " + page + " von 2");
        }
    }

    @Test
    void all_fonts_are_embedded_whatever_the_style_sheet_asks_for() throws Exception {
        byte[] pdf = Rendering.of(
                        words("<p style=\"font-family: Arial\">a</p><p style=\"font-family: sans-serif\">b</p>"
                                + "<p style=\"font-family: monospace; font-weight: bold; font-style: italic\">c</p>"))
                .pdf();

        assertThat(fonts(pdf)).hasSizeGreaterThan(1).allSatisfy(font -> {
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getName()).contains("Countersign");
        });
    }

    @Test
    void nothing_outside_the_template_is_asked_for() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.css"), "p { color: red }");
        Path template = Files.createDirectory(folder.resolve("template"));
        List<String> asked = new ArrayList<>();
        Manuscript manuscript = new Manuscript(
                BODY.formatted("<p>x</p><img src=\"http://127.0.0.1:1/a.png\"/><img src=\"" + secret.toUri()
                                + "\"/><img src=\"../secret.css\"/><img src=\"inside.png\"/>")
                        .getBytes(StandardCharsets.UTF_8),
                ("@import url(" + secret.toUri() + ");").getBytes(StandardCharsets.UTF_8),
                Locale.GERMAN,
                name -> {
                    asked.add(name);
                    return TemplateFiles.in(template).read(name);
                },
                new Furniture("t", "v", "p", "a"));

        assertThat(Rendering.of(manuscript).pages()).isEqualTo(1);
        assertThat(asked).containsOnly("inside.png");
        assertThat(TemplateFiles.in(template).read("../secret.css")).isEqualTo(Optional.empty());
    }

    @Test
    void a_link_out_of_the_template_counts_as_absent() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s");
        Path template = Files.createDirectory(folder.resolve("template"));
        Files.createSymbolicLink(template.resolve("link"), secret);
        Files.writeString(template.resolve("own"), "o");

        assertThat(TemplateFiles.in(template).read("link")).isEmpty();
        assertThat(TemplateFiles.in(template).read("own")).isPresent();
    }

    @Test
    void words_that_are_not_well_formed_are_refused_with_their_place() {
        refused("document.rendering.malformed", words("<p>a</b>"));
        refused("document.rendering.malformed", words("a&nbsp;b"));
    }

    @Test
    void an_external_document_type_is_refused_and_not_fetched() {
        refused(
                "document.rendering.failed",
                Samples.manuscript("<!DOCTYPE html SYSTEM \"http://127.0.0.1:1/x.dtd\"><html><body>a</body></html>"));
    }

    @Test
    void a_letter_that_the_face_lacks_is_refused_not_left_out() {
        refused("document.rendering.letter", words("<p>株式会社</p>"));
    }

    private static void refused(String reason, Manuscript manuscript) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Rendering.of(manuscript))
                .satisfies(refusal -> assertThat(refusal.reason().key()).isEqualTo(reason));
    }

    private static Manuscript words(String body) {
        return Samples.manuscript(BODY.formatted(body));
    }

    private static List<PDFont> fonts(byte[] pdf) throws Exception {
        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            return fonts;
        }
    }
}
