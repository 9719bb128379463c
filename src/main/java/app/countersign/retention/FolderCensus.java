package app.countersign.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts files, one by one, as {@link Census} counts rows. */
final class FolderCensus {

    private static final int MONTHS = 12;

    private final Errand errand;
    private final Map<YearMonth, Long> months = new LinkedHashMap<>();
    private long rows;
    private long expired;
    private long held;
    private long future;
    private long implausible;
    private long tomorrow;
    private long month;
    private long earlier;
    private Instant oldest;

    FolderCensus(Errand errand) {
        this.errand = errand;
        YearMonth last = YearMonth.from(errand.cutoff().end().minusNanos(1).atOffset(ZoneOffset.UTC));
        for (int i = MONTHS - 1; i >= 0; i--) {
            months.put(last.minusMonths(i), 0L);
        }
    }

    void count(Instant at, boolean free) {
        Instant end = errand.cutoff().end();
        rows++;
        if (at.isBefore(Plan.PLAUSIBLE_FROM)) {
            implausible++;
        } else if (at.isBefore(end)) {
            expired(at, free);
        } else if (!at.isBefore(errand.now().plus(Duration.ofDays(1)))) {
            future++;
        } else {
            tomorrow += at.isBefore(end.plus(Duration.ofDays(1))) ? 1 : 0;
            month += at.isBefore(end.plus(Duration.ofDays(30))) ? 1 : 0;
        }
    }

    private void expired(Instant at, boolean free) {
        if (!free) {
            held++;
            return;
        }
        expired++;
        oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
        YearMonth of = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        if (months.containsKey(of)) {
            months.merge(of, 1L, Long::sum);
        } else {
            earlier++;
        }
    }

    Preview taken() {
        return new Preview(
                rows,
                expired,
                held,
                0,
                future,
                implausible,
                tomorrow,
                month,
                Optional.ofNullable(oldest),
                months,
                earlier,
                Map.of(),
                Wholes.NONE);
    }
}
