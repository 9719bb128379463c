package app.countersign.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void whatWasReadAsLatinIsReadAsItWasSent() {
        String sent = "Vertrag März.pdf";
        String read = new String(sent.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(read).isNotEqualTo(sent);
        assertThat(FileNames.inUtf8(read)).isEqualTo(sent);
    }

    @Test
    void whatIsReadRightStaysAsItIs() {
        assertThat(FileNames.inUtf8("Vertrag 2026.pdf")).isEqualTo("Vertrag 2026.pdf");
        assertThat(FileNames.inUtf8("Vertrag März.pdf")).isEqualTo("Vertrag März.pdf");
        assertThat(FileNames.inUtf8("契約.pdf")).isEqualTo("契約.pdf");
    }
}
