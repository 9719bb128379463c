package app.countersign.importing;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A row of a table, by the names of its columns. */
final class Row {

    private static final Set<String> YES = Set.of("yes", "ja", "x", "1", "true", "wahr");
    private static final Set<String> NO = Set.of("", "no", "nein", "-", "0", "false", "falsch");
    private static final DateTimeFormatter SWISS = DateTimeFormatter.ofPattern("d.M.uuuu");

    /** The day that spreadsheets count from, a leap day of 1900 that never was included. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final int number;
    private final Map<String, String> cells;

    Row(int number, Map<String, String> cells) {
        this.number = number;
        this.cells = cells;
    }

    int number() {
        return number;
    }

    /** Empty where the table has no such column. */
    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** @throws Invalid if it is neither yes nor no */
    boolean says(String column) {
        String said = cell(column).toLowerCase(java.util.Locale.ROOT);
        if (!YES.contains(said) && !NO.contains(said)) {
            throw Invalid.field(column, Reason.of("importing.complaint.yes-or-no"));
        }
        return YES.contains(said);
    }

    /** As ISO 8601, however people or spreadsheets write it; what is no day is left as it is. */
    String day(String column) {
        String said = cell(column);
        try {
            if (said.matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")) {
                return LocalDate.parse(said, SWISS).toString();
            }
            // A day without hours; numbers of five digits lie between 1927 and 2173.
            return said.matches("\\d{5}(\\.0+)?")
                    ? DAY_ZERO.plusDays(Long.parseLong(said.substring(0, 5))).toString()
                    : said;
        } catch (DateTimeException e) {
            return said;
        }
    }

    /** The word for programs, whether somebody says that or what people read; what is neither is left as it is. */
    static <E extends Enum<E>> String word(String said, Class<E> type, Function<E, Reason> label) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> KebabCase.of(one).equalsIgnoreCase(said)
                        || Texts.LANGUAGES.stream()
                                .anyMatch(language ->
                                        label.apply(one).in(language).equalsIgnoreCase(said)))
                .map(KebabCase::of)
                .findFirst()
                .orElse(said);
    }

    /** What stands between commas or semicolons. */
    List<String> several(String column) {
        return Arrays.stream(cell(column).split("[,;\n]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
