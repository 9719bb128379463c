package app.countersign.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, application/pdf",
        "GIF89a, image/gif",
        "Prüfbericht vom März, text/plain",
        "<?xml version='1.0'?>, application/xml"
    })
    void itIsToldByTheFirstBytes(String start, String type) {
        assertThat(ContentType.of(start.getBytes(StandardCharsets.UTF_8))).isEqualTo(type);
    }

    @Test
    void whatIsNoTextIsBinary() {
        assertThat(ContentType.of(new byte[] {1, 2, 3})).isEqualTo("application/octet-stream");
        assertThat(ContentType.of(new byte[] {(byte) 0xff, (byte) 0xfe})).isEqualTo("application/octet-stream");
        assertThat(ContentType.of(new byte[] {'M', 'Z', 0, 0})).isEqualTo("application/octet-stream");
    }

    @Test
    void aLetterMayBeCutOffWhereTheLookEnds() {
        byte[] umlauts = "ü".repeat(ContentType.LOOKED_AT).getBytes(StandardCharsets.UTF_8);
        byte[] start = java.util.Arrays.copyOfRange(umlauts, 1, ContentType.LOOKED_AT + 1);
        start[0] = 'x';
        assertThat(ContentType.of(start)).isEqualTo("text/plain");
    }
}
