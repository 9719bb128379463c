package app.countersign.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final Instant MADE = Instant.parse("2026-11-28T10:00:00Z");

    /** What spreadsheets would reckon, fetch or run. */
    private static final List<String> FORMULAS =
            List.of("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\t=1", "{=1}");

    private static final Tables.Table TABLE = rows -> {
        rows.take(FORMULAS);
        rows.take(FORMULAS);
    };

    @Test
    void noCellIsEverReckoned() throws IOException {
        String all = parts(Tables.xlsx(Map.of("Measures", TABLE), MADE));

        assertThat(all.split("=1\\+1", -1)).hasSize(3);
        assertThat(all).contains("@SUM(A1)").doesNotContain("<f>", "<f ", "<hyperlink");
    }

    @Test
    void tablesForOtherProgramsMarkWhatLooksLikeAFormula() throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        Tables.csv(TABLE, csv);

        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains("\"'=1+1\",\"'+1\",\"'-1\",\"'@SUM(A1)\",\"'=HYPERLINK(\"\"http://x\"\")\",\"'\t=1\"");
    }

    @Test
    void theSameTablesGiveTheSameBytes() throws IOException {
        byte[] one = Tables.xlsx(Map.of("Measures", TABLE), MADE);

        assertThat(parts(one)).contains("2026-11-28T10:00:00Z");
        assertThat(Tables.xlsx(Map.of("Measures", TABLE), MADE)).isEqualTo(one);
    }

    private static String parts(byte[] workbook) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
