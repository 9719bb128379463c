package app.countersign.retention;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule would do now.
 *
 * @param rows in the table altogether
 * @param expired rows that would go
 * @param held rows that would go but for a hold
 * @param undated rows that say no time
 * @param future rows whose time is yet to come
 * @param implausible rows whose time lies before there was anything of the kind
 * @param tomorrow how many more will have expired a day from now
 * @param month how many more will have expired 30 days from now
 * @param byMonth expired rows by the month of their time, in UTC, the earliest first
 * @param earlier expired rows from before those months
 * @param dependants rows of other tables that would go with them, by table
 * @param wholes what would go as a whole, of the expired rows
 */
public record Preview(
        long rows,
        long expired,
        long held,
        long undated,
        long future,
        long implausible,
        long tomorrow,
        long month,
        Optional<Instant> oldest,
        Map<YearMonth, Long> byMonth,
        long earlier,
        Map<String, Long> dependants,
        Wholes wholes) {

    public Preview {
        byMonth = new LinkedHashMap<>(byMonth);
        dependants = new LinkedHashMap<>(dependants);
    }

    /** The part that would go, in percent of all, rounded up. */
    public int share() {
        return rows == 0 ? 0 : (int) Math.min(100, (expired * 100 + rows - 1) / rows);
    }

    /** Whether nothing would be left. */
    public boolean isEverything() {
        return expired > 0 && expired == rows;
    }
}
