package app.countersign.terms;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Pages;
import app.countersign.document.Placement;
import app.countersign.document.Rendering;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands where on the printed pages. */
class PrintTest {

    @Test
    void okomoSSignaturesStandOnPage8AndTheWordsSaySo() {
        Rendering printed = Shipped.printed(Shipped.template("okomo-dpa"), Locale.GERMAN, "");
        assertThat(printed.placements())
                .filteredOn(place -> place.field().matches("(controller|processor)\\..*"))
                .hasSize(12)
                .allSatisfy(place -> assertThat(place.page()).isEqualTo(8));
        assertThat(mentioned(printed)).containsExactly("8", "8");
        assertThat(printed.pages()).isEqualTo(10);
    }

    @Test
    void thePageThatTheWordsNameIsComputed() {
        Rendering larger = Shipped.printed(Shipped.template("okomo-dpa"), Locale.GERMAN, "body { font-size: 14pt }");
        int page = larger.placements().get(0).page();
        assertThat(page).isGreaterThan(8);
        assertThat(mentioned(larger)).containsOnly(String.valueOf(page));
    }

    private static Stream<String> mentioned(Rendering printed) {
        Matcher words =
                Pattern.compile("auf\\s+Seite\\s+(\\d+)\\s+dieses\\s+DPA").matcher(Pages.text(printed.pdf(), 0));
        return words.results().map(found -> found.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void everyFieldHasItsPlaceInsideThePage(String code) throws IOException {
        Template template = Shipped.template(code);
        Rendering printed = Shipped.printed(template, Locale.GERMAN, "");
        assertThat(printed.placements())
                .extracting(Placement::field)
                .containsExactlyInAnyOrderElementsOf(template.signatureFields());
        assertThat(printed.placements()).allSatisfy(place -> {
            assertThat(place.x()).isGreaterThan(50);
            assertThat(place.x() + place.width()).isLessThan(PDRectangle.A4.getWidth() - 50);
            assertThat(place.y()).isGreaterThan(60);
            assertThat(place.height()).isGreaterThan(14);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void everyPageIsA4AndNumberedAndNamesProcessorAndVersion(String code) throws IOException {
        Template template = Shipped.template(code);
        byte[] pdf = Shipped.printed(template, Locale.GERMAN, "").pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                PDRectangle size = document.getPage(page - 1).getMediaBox();
                assertThat(size.getWidth()).isBetween(595f, 596f);
                assertThat(size.getHeight()).isBetween(841f, 843f);
                assertThat(Pages.text(pdf, page))
                        .contains("Seite " + page + " von " + pages, template.processor(), template.version());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"okomo-dpa", "oculavis-dpa", "360dialog-dpa"})
    void noLineIsWiderThanTheTypeArea(String code) throws IOException {
        byte[] pdf = Shipped.printed(Shipped.template(code), Locale.GERMAN, "").pdf();
        assertThat(PrintedText.rightmost(pdf)).isLessThan(PDRectangle.A4.getWidth() - 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void anInventedFormIsReadAndPrintedWithoutAnyJava(String language) {
        Templates templates = Templates.read(Shipped.INVENTED);
        assertThat(templates.flaws()).isEmpty();
        Template invented = templates.find("fjordmail-dpa").orElseThrow();
        Locale locale = Locale.forLanguageTag(language);
        Rendering printed = Shipped.printed(invented, locale, "");
        assertThat(printed.placements()).extracting(Placement::field).contains("controller.vat-number");
        int page = printed.placements().get(0).page();
        assertThat(Pages.text(printed.pdf(), 0).replaceAll("\\s+", " "))
                .contains((language.equals("en") ? "on page " : "auf Seite ") + page + ".");
        assertThat(invented.label("controller.vat-number", Locale.GERMAN)).isEqualTo("USt-IdNr.");
        assertThat(invented.terms("notify").get(0).sentence(Locale.ENGLISH))
                .isEqualTo("Notification: personal data breach, to the controller, within: 36 hours");
        assertThat(invented.bindingWordsMissing()).isFalse();
    }
}
