package app.countersign.retention.web;

import app.countersign.kernel.web.Words;
import app.countersign.retention.Preview;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What would go, by the month of its time, as bars. */
@Named
@RequestScoped
public class RetentionChart {

    private static final int HIGHEST = 8;

    /**
     * @param level its height, 0 to 8
     * @param mark what stands below it; may be empty
     */
    public record Bar(String name, long count, int level, String mark) {}

    /** A table with its number of rows. */
    public record Row(String name, long count) {}

    @Inject
    private Words words;

    /** The earliest first, all before the last twelve months as one; none if nothing would go. */
    public List<Bar> bars(Preview preview) {
        if (preview.expired() == 0 || preview.byMonth().isEmpty()) {
            return List.of();
        }
        long most = Math.max(
                preview.earlier(),
                preview.byMonth().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
        List<Bar> bars = new ArrayList<>();
        bars.add(bar(words.with("retention.preview.earlier"), preview.earlier(), most, "…"));
        preview.byMonth()
                .forEach((month, count) ->
                        bars.add(bar(name(month), count, most, String.valueOf(month.getMonthValue()))));
        return bars;
    }

    private static Bar bar(String name, long count, long most, String mark) {
        int level = count == 0 ? 0 : (int) Math.max(1, Math.round((double) HIGHEST * count / Math.max(1, most)));
        return new Bar(name, count, level, mark);
    }

    private String name(YearMonth month) {
        Locale language = words.texts().language();
        return DateTimeFormatter.ofPattern("MMMM yyyy", language).format(month);
    }

    /** Rows of other tables that would go, too. */
    public List<Row> dependants(Preview preview) {
        List<Row> rows = new ArrayList<>();
        preview.dependants().forEach((table, count) -> rows.add(new Row(table, count)));
        return rows;
    }
}
