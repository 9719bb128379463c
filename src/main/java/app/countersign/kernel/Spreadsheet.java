package app.countersign.kernel;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
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

    /** What XML can't hold, halves of letters included. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\ufffe\\uffff\\p{Cs}]");

    private static final String TIME = "(<dcterms:(?:created|modified)[^>]*>)[^<]*<";

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

    /** In place of what XML can't hold stands a sign that something was there. */
    static String legible(String text) {
        String whole = text.replaceAll("\\r\\n?", "\n");
        String cut = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 1);
        return UNREADABLE.matcher(cut).replaceAll("\ufffd") + (cut.length() < whole.length() ? "…" : "");
    }

    /**
     * The same tables as the same bytes: the library writes the time into a workbook, and the order of its parts is its own.
     *
     * @param workbook as it was written
     * @param made when, as the file is to say
     */
    public static byte[] repeatable(byte[] workbook, Instant made) throws IOException {
        Map<String, byte[]> parts = parts(workbook);
        String time = DateTimeFormatter.ISO_INSTANT.format(made.truncatedTo(ChronoUnit.SECONDS));
        parts.computeIfPresent(
                "docProps/core.xml",
                (name, xml) -> new String(xml, StandardCharsets.UTF_8)
                        .replaceAll(TIME, "$1" + time + "<")
                        .getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** By name, so that the part that says what the others are comes first. */
    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        // Not read as it streams: the library writes lengths behind its parts in a form that the JDK takes for wrong.
        Path file = Files.createTempFile("countersign", ".xlsx");
        try {
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return parts;
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

        @Override
        public void close() throws IOException {
            sheet.finish();
        }
    }
}
