package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.document.Pages;
import app.countersign.kernel.Country;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class LetterPaperTest {

    private static final Instant AT = Instant.parse("2026-11-28T23:30:00Z");
    private static final String BODY = """
            Sehr geehrte Damen und Herren

            Wir teilen Ihnen mit, dass der Schutz personenbezogener Daten verletzt wurde.

            1. Was sich geändert hat

            – Betroffene Personen: etwa 500 (mitgeteilt war: noch nicht bekannt)
            – Systeme, neu: Mailserver

            2. Was geschehen ist

            Ein Backup wurde kopiert <b>&amp; "mehr"</b>
            Unser Zeichen: BR-2026-0007

            Freundliche Grüsse
            Okomo AG""";

    @BeforeAll
    static void startValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void aLetterIsArchivalAndNamesTheProcessorTheDayAndItsPages() throws Exception {
        byte[] pdf = LetterPaper.pdf(head(Locale.GERMAN), new NoticeWords("Okomo AG: Meldung (BR-2026-0007)", BODY));
        keep("notice-letter", pdf);

        assertThat(isArchival(pdf)).isTrue();
        assertThat(Pages.text(pdf, 1))
                .contains("Okomo AG · Sihleggstrasse 23, 8832 Wollerau")
                .contains("Käserei Őry & Söhne AG")
                .contains("29. November 2026")
                .contains("Unser Zeichen: BR-2026-0007")
                .contains("Vertrag: OKO-2026-0001")
                .contains("Seite 1 von 1");
    }

    @Test
    void theSameLetterHasTheSameBytes() {
        NoticeWords words = new NoticeWords("Betreff", BODY);

        assertThat(LetterPaper.pdf(head(Locale.GERMAN), words)).isEqualTo(LetterPaper.pdf(head(Locale.GERMAN), words));
    }

    @Test
    void markupIsNothingButWords() {
        byte[] pdf = LetterPaper.pdf(head(Locale.ENGLISH), new NoticeWords("<script>alert(1)</script>", BODY));

        assertThat(Pages.text(pdf, 1))
                .contains("<script>alert(1)</script>")
                .contains("<b>&amp; \"mehr\"</b>")
                .contains("Page 1 of 1");
    }

    @Test
    void aLetterThatNoFaceHasDoesNotStopIt() {
        byte[] pdf = LetterPaper.pdf(head(Locale.GERMAN), new NoticeWords("Feuer 🔥 im 机房", BODY));

        assertThat(Pages.text(pdf, 1)).contains("Feuer ? im ??");
    }

    @Test
    void aLongLetterGoesOnOverleaf() {
        String longer = BODY + "\n\n"
                + "Und das ist noch nicht alles, was zu sagen ist.\n\n"
                        .repeat(60)
                        .strip();
        byte[] pdf = LetterPaper.pdf(head(Locale.GERMAN), new NoticeWords("Betreff", longer));
        keep("notice-letter-long", pdf);

        assertThat(Pages.count(pdf)).isGreaterThan(1);
        assertThat(Pages.text(pdf, 2)).contains("Seite 2 von " + Pages.count(pdf));
    }

    private static LetterPaper.Head head(Locale language) {
        Organisation us = new Organisation(
                "okomo",
                new OrganisationDetails(
                        "Okomo AG", "Sihleggstrasse 23, 8832 Wollerau", new Country("CH"), "", Locale.GERMAN),
                ZoneId.of("Europe/Zurich"),
                AT);
        return new LetterPaper.Head(
                us,
                List.of("Käserei Őry & Söhne AG", "Erika Őry", "Dorfstrasse 5", "3550 Langnau"),
                "BR-2026-0007",
                "OKO-2026-0001",
                AT,
                language);
    }

    private static boolean isArchival(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
            return validator.validate(parser).isCompliant();
        }
    }

    /** To be looked at. */
    private static void keep(String name, byte[] pdf) {
        try {
            Files.write(Files.createDirectories(Path.of("target", "letters")).resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
