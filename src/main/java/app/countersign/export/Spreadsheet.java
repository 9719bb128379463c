package app.countersign.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as a workbook. Every cell is text, so that nothing in it is ever reckoned: a cell that begins with an equals sign
 * shows just that. The library writes the hour into the file; it is taken out again, since the same tables are to give the
 * same bytes.
 */
final class Spreadsheet {

    /** What a spreadsheet takes in a cell. */
    private static final int LONGEST = 32_000;

    private static final String HOUR = "(<dcterms:(created|modified)[^>]*>)[^<]*<";

    private final Instant made;

    /** @param made when, as the file is to say */
    Spreadsheet(Instant made) {
        this.made = made;
    }

    /** @param tables by the names of their sheets, of at most 31 letters */
    byte[] of(Map<String, Tables.Table> tables) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(bytes, "Countersign", "1.0");
        for (Map.Entry<String, Tables.Table> table : tables.entrySet()) {
            Worksheet sheet = workbook.newWorksheet(table.getKey());
            int[] row = new int[1];
            table.getValue().each(cells -> {
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row[0], column, text(cells.get(column)));
                    if (row[0] == 0) {
                        sheet.style(0, column).bold().set();
                        sheet.width(column, 24);
                    }
                }
                row[0]++;
            });
            sheet.freezePane(0, 1);
        }
        workbook.finish();
        return timeless(bytes.toByteArray());
    }

    static String text(Object value) {
        String text = value.toString().replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private byte[] timeless(byte[] workbook) throws IOException {
        TreeMap<String, byte[]> parts = new TreeMap<>();
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
        String hour = DateTimeFormatter.ISO_INSTANT.format(
                made.atOffset(ZoneOffset.UTC).withNano(0));
        parts.computeIfPresent(
                "docProps/core.xml",
                (name, xml) -> new String(xml, StandardCharsets.UTF_8)
                        .replaceAll(HOUR, "$1" + hour + "<")
                        .getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            // The first part says what the others are, and some programs want it first.
            for (String name : parts.keySet()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(parts.get(name));
            }
        }
        return bytes.toByteArray();
    }
}
