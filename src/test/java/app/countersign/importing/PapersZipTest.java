package app.countersign.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class PapersZipTest {

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, Integer> read(byte[] zip) throws IOException {
        Map<String, Integer> found = new LinkedHashMap<>();
        PapersZip.read(new ByteArrayInputStream(zip), (name, pdf) -> found.put(name, pdf.length));
        return found;
    }

    @Test
    void papersAreKnownByTheirNameWithoutFolderAndCapitals() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Signed/2019/Müller AG.PDF", new byte[3]);
        files.put("../../evil.pdf", new byte[2]);
        files.put("notes.txt", new byte[9]);
        files.put("__MACOSX/Signed/._Müller AG.PDF", new byte[7]);

        assertThat(read(zip(files))).containsOnly(Map.entry("müller ag.pdf", 3), Map.entry("evil.pdf", 2));
        assertThat(PapersZip.name("C:\\Papers\\Mu\u0308ller AG.pdf ")).isEqualTo("müller ag.pdf");
    }

    @Test
    void twoOfOneNameAreNotToldApart() {
        assertThatThrownBy(() -> read(zip(Map.of("a/x.pdf", new byte[1], "b/X.pdf", new byte[1]))))
                .hasMessageContaining("importing.refusal.zip-twice");
    }

    @Test
    void aPaperThatUnpacksToMoreThanOneMayBeIsNotReadOn() {
        assertThatThrownBy(() -> read(zip(Map.of("x.pdf", new byte[26 * 1024 * 1024]))))
                .hasMessageContaining("importing.refusal.zip-bomb");
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertThatThrownBy(() -> read(new byte[] {1, 2, 3})).hasMessageContaining("importing.refusal.zip");
        assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("importing.refusal.zip");
    }
}
