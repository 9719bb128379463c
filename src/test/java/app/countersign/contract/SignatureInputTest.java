package app.countersign.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureInputTest {

    @Test
    void aTypedNameIsKeptAsText() {
        assertThat(new SignatureInput(SignedHow.TYPED, " Zoë  Müller ")
                        .keep(null)
                        .text())
                .isEqualTo("Zoë Müller");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "123", "a\u202Eb"})
    void whatIsNoNameIsNoSignature(String typed) {
        assertThatThrownBy(() -> new SignatureInput(SignedHow.TYPED, typed).keep(null))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.complaints()).containsOnlyKeys("signature"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "data:image/svg+xml;base64,PHN2Zz4=",
                "https://example.com/x.png",
                "data:image/png;base64,%%%",
                "data:image/png;base64,AAAA"
            })
    void whatIsNoPictureIsNoDrawing(String url) {
        assertThatThrownBy(() -> new SignatureInput(SignedHow.DRAWN, url).keep(null))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.complaints()).containsOnlyKeys("signature"));
    }

    @Test
    void nobodySignsOnPaperThroughALink() {
        assertThatThrownBy(() -> new SignatureInput(SignedHow.ON_PAPER, "x").keep(null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void whatABrowserSaysOfItselfIsKeptShortAndPlain() {
        String said = new SignatureEvidence.Origin("192.0.2.1", "Mozilla\r\n\u202E" + "x".repeat(500)).userAgent();
        assertThat(said).hasSize(200).startsWith("Mozilla???");
    }
}
