package app.countersign.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables for people who work with spreadsheets (XLSX), written as they are made. A text is always a text, whatever it
 * begins with: no cell of ours is a formula.
 */
public final class Spreadsheet implements Closeable {

    /** The media type. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_IN_MEMORY = 500;

    /** So many letters fit into a cell. */
    private static final int LONGEST = 32_767;

    /** In letters, roughly: a column of words, and one of numbers and days. */
    private static final double BROAD = 42;

    private static final double NARROW = 16;

    private final Workbook workbook;

    public Spreadsheet(OutputStream out) {
        workbook = new Workbook(out, "Countersign", null);
    }

    /** Begins a table of its own; the one before is finished.
     *
     * @param name at most 31 letters, none of {@code []:*?/\} */
    public Sheet sheet(String name, List<String> heads) {
        return new Sheet(workbook.newWorksheet(name), heads);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** One table. */
    public static final class Sheet implements Closeable {

        private final Worksheet sheet;
        private int rows;

        private Sheet(Worksheet sheet, List<String> heads) {
            this.sheet = sheet;
            sheet.freezePane(0, 1);
            for (int column = 0; column < heads.size(); column++) {
                sheet.width(column, heads.get(column).length() > NARROW ? BROAD : (BROAD + NARROW) / 2);
                sheet.inlineString(0, column, heads.get(column));
                sheet.style(0, column).bold().set();
            }
            rows = 1;
        }

        /** @param cells numbers, days, and whatever else as text; null for an empty one */
        public void row(List<?> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                cell(column, cells.get(column));
            }
            rows++;
            if (rows % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }

        private void cell(int column, Object value) {
            if (value instanceof Number number) {
                sheet.value(rows, column, number);
            } else if (value instanceof LocalDate day) {
                sheet.value(rows, column, day);
                sheet.style(rows, column).format("yyyy-mm-dd").set();
            } else if (value != null && !value.toString().isEmpty()) {
                String text = legible(value.toString());
                sheet.inlineString(rows, column, text);
                sheet.style(rows, column)
                        .wrapText(text.contains("\n"))
                        .verticalAlignment("top")
                        .set();
            }
        }

        /** What XML can't hold is left out. */
        private static String legible(String text) {
            StringBuilder kept = new StringBuilder();
            text.codePoints()
                    .filter(letter ->
                            letter >= 0x20 && letter != 0xFFFE && letter != 0xFFFF || letter == '\n' || letter == '\t')
                    .filter(letter -> letter < 0xD800 || letter > 0xDFFF)
                    .forEach(kept::appendCodePoint);
            return kept.length() <= LONGEST ? kept.toString() : kept.substring(0, LONGEST - 1) + "…";
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
        }
    }
}
