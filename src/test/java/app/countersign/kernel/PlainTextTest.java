package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final PlainText LINE = PlainText.line(20);

    @Test
    void blanksAndLineBreaksInALineBecomeOneBlank() {
        assertThat(LINE.clean("  Müller\u00A0&\r\n\tSöhne ")).isEqualTo("Müller & Söhne");
    }

    @Test
    void linesKeepTheirBreaksButNotTheBlanksAroundThem() {
        assertThat(PlainText.lines(50).clean("Seestrasse 1 \r\n  8002 Zürich\n\n\n\nSchweiz"))
                .isEqualTo("Seestrasse 1\n8002 Zürich\n\nSchweiz");
    }

    @Test
    void lettersAreComposed() {
        assertThat(LINE.clean("Zu\u0308rich")).isEqualTo("Zürich");
    }

    @Test
    void leftoversOfCopyingAreDropped() {
        assertThat(LINE.clean("\uFEFFVer\u00ADtrag\u200B")).isEqualTo("Vertrag");
    }

    @Test
    void theComplaintAboutLengthSaysLimitAndLength() {
        assertThat(LINE.complaint("x".repeat(21))).contains(Reason.of("kernel.text.too-long", 20, 21));
        assertThat(LINE.complaint("x".repeat(20))).isEmpty();
    }

    @Test
    void lengthCountsCharactersAndNotHowTheyAreStored() {
        assertThat(LINE.complaint("🏢".repeat(20))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb", "a\u200Fb", "a\u2066b", "a\u061Cb"})
    void marksThatTurnTheDirectionAreRefused(String text) {
        assertThat(LINE.complaint(text)).map(Reason::key).contains("kernel.text.direction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007b",
                "a\u001Bb",
                "a\uE000b",
                "a\uD800b",
                "a\uFFFFb",
                "a\u0301\u0301\u0301\u0301\u0301\u0301"
            })
    void charactersThatCannotBePrintedAreRefused(String text) {
        assertThat(LINE.complaint(text)).map(Reason::key).contains("kernel.text.unprintable");
    }

    @Test
    void markupIsTextLikeAnyOther() {
        assertThat(LINE.require("name", "<b>Ä</b> GmbH")).isEqualTo("<b>Ä</b> GmbH");
    }

    @Test
    void nothingAtAllIsAskedFor() {
        assertThatThrownBy(() -> LINE.require("name", " \u200B "))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.complaints()).containsEntry("name", Reason.of("kernel.text.missing")));
        assertThat(LINE.optional("name", null)).isEmpty();
    }
}
