package app.countersign.kernel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tables for other programs (RFC 4180), in UTF-8 with a mark by which spreadsheets know it. */
public final class Csv {

    /** What comes first. */
    public static final String MARK = "\ufeff";

    /** Spreadsheets take cells that begin so for formulas. */
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** @param cells null for an empty one */
    public static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    public static String cell(Object value) {
        String text = Objects.toString(value, "");
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
