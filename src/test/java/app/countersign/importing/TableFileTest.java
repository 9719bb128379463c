package app.countersign.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Refused;
import app.countersign.kernel.Spreadsheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What can be read as a table, and what is refused before it costs anything. */
class TableFileTest {

    private static final String RELATIONS =
            "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>" + "</Relationships>";
    private static final String BOOK =
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>";

    private static Grid csv(String text) {
        return csv(text, StandardCharsets.UTF_8);
    }

    private static Grid csv(String text, Charset charset) {
        return TableFile.read(new ByteArrayInputStream(text.getBytes(charset)));
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Grid sheet(String rows) {
        return TableFile.read(new ByteArrayInputStream(zip(Map.of(
                "xl/workbook.xml",
                BOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"))));
    }

    private static void refuses(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }

    @Test
    void separatorsAndLettersAreRecognised() {
        List<Grid.Line> expected =
                List.of(new Grid.Line(1, List.of("Name", "Land")), new Grid.Line(2, List.of("Müller", "Österreich")));

        assertThat(csv("Name;Land\r\nMüller;Österreich\r\n").lines()).isEqualTo(expected);
        assertThat(csv("\ufeffName,Land\nMüller,Österreich").lines()).isEqualTo(expected);
        assertThat(csv("Name\tLand\nMüller\tÖsterreich", Charset.forName("windows-1252"))
                        .lines())
                .isEqualTo(expected);
    }

    @Test
    void quotedCellsMayHoldEverything() {
        Grid grid = csv("a,b\n\"x, \"\"y\"\"\nz\",2\n\n3,\"'=1\"\n");

        assertThat(grid.lines().get(1)).isEqualTo(new Grid.Line(2, List.of("x, \"y\"\nz", "2")));
        // Counted as lines of the file, with one empty between; our own mark against formulas is taken off.
        assertThat(grid.lines().get(2)).isEqualTo(new Grid.Line(5, List.of("3", "=1")));
        refuses("importing.refusal.quote", () -> csv("a,b\n\"x,2\n"));
    }

    @Test
    void whatWeWroteWeRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Spreadsheet book = new Spreadsheet(bytes);
                Spreadsheet.Sheet sheet = book.sheet("t", List.of("name", "since"))) {
            sheet.row(List.of("=1+1", LocalDate.of(2026, 11, 28)));
        }

        Grid grid = TableFile.read(new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(grid.lines().get(1).cell(0)).isEqualTo("=1+1");
        assertThat(new Row(2, Map.of("since", grid.lines().get(1).cell(1))).day("since"))
                .isEqualTo("2026-11-28");
    }

    @Test
    void cellsKeepTheirPlaces() {
        Grid grid = sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"
                + "<row r=\"7\"><c r=\"C7\"><v>12</v></c></row>");

        assertThat(grid.lines().get(1)).isEqualTo(new Grid.Line(7, List.of("", "", "12")));
    }

    @Test
    void aFormulaIsRefusedWithItsCell() {
        assertThatThrownBy(() -> sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                        + "<row r=\"2\"><c r=\"B2\"><f>WEBSERVICE(A1)</f><v>2</v></c></row>"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().args()).containsExactly("B2"));
    }

    @Test
    void aBombIsNotReadToItsEnd() {
        String many = "<!--" + " ".repeat(52 * 1024 * 1024) + "-->";

        refuses("importing.refusal.bomb", () -> sheet(many));
    }

    @Test
    void xmlIsNoProgram() {
        byte[] laughs = zip(Map.of(
                "xl/workbook.xml",
                "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                        + "<workbook>&c;</workbook>",
                "xl/_rels/workbook.xml.rels",
                RELATIONS));

        refuses("importing.refusal.kind", () -> TableFile.read(new ByteArrayInputStream(laughs)));
    }

    @Test
    void whatIsTooMuchIsRefused() {
        refuses("importing.refusal.rows", () -> csv("a\n" + "1\n".repeat(2_001)));
        refuses("importing.refusal.columns", () -> csv("a,b\n" + "1,".repeat(70) + "1\n"));
        refuses("importing.refusal.letters", () -> csv("a\n" + ("x".repeat(100_000) + "\n").repeat(6)));
        refuses("importing.refusal.large", () -> TableFile.read(endless()));
        assertThat(csv("a\n" + "1\n".repeat(2_000)).lines()).hasSize(2_001);
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
    }

    @Test
    void whatIsNoTableIsRefused() {
        refuses("importing.refusal.no-file", () -> TableFile.read(null));
        refuses("importing.refusal.no-file", () -> csv(""));
        refuses("importing.refusal.empty", () -> csv("a,b\n"));
        refuses("importing.refusal.kind", () -> csv("%PDF-1.7"));
        refuses("importing.refusal.kind", () -> csv("a\0b\n1"));
        refuses("importing.refusal.kind", () -> csv("PK\u0003\u0004 and then nothing"));
        refuses("importing.refusal.kind", () -> TableFile.read(new ByteArrayInputStream(zip(Map.of("a", "b")))));
    }

    @Test
    void aDraftKeepsEveryCell() {
        Grid grid = csv("a;b\n\"x\"\"y\";\n\n;2\n");

        assertThat(Grid.of(grid.json())).isEqualTo(grid);
    }
}
