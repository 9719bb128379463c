package app.countersign.retention;

import app.countersign.terms.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which times are old enough. The day of the event is not counted, and a period in days, weeks, months or years ends with
 * the last hour of its last day: the same date, or the month's last day where it has no such date (Regulation 1182/71, Art.
 * 3(1), 3(2)(b), (c); BGB §§ 187, 188; OR Art. 77). A deletion may fall on a Sunday.
 *
 * <p>It is the exact reverse of {@link app.countersign.deadline.Reckoning#onAnyDay}: 31 January and a month are over at the
 * end of 28 February, which no subtraction from today finds.
 *
 * @param end whatever lies before it is expired
 */
public record Cutoff(Instant end) {

    /** Months differ by at most three days. */
    private static final int UNEVEN = 3;

    /**
     * @throws IllegalArgumentException for "without delay", which has no length
     */
    public static Cutoff of(Span span, Instant now, ZoneId zone) {
        if (span.immediate()) {
            throw new IllegalArgumentException("without delay is no time to keep anything");
        }
        if (span.duration() != null) {
            return new Cutoff(now.minus(span.duration()).plusNanos(1));
        }
        LocalDate over = LocalDate.ofInstant(now, zone).minusDays(1);
        return new Cutoff(lastBegun(span, over).plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * The last day that begins a period which is over at the end of that day.
     *
     * @param over the last day that has passed
     */
    private static LocalDate lastBegun(Span span, LocalDate over) {
        LocalDate begun = over.minus(span.period()).plusDays(UNEVEN);
        while (begun.plus(span.period()).isAfter(over)) {
            begun = begun.minusDays(1);
        }
        return begun;
    }
}
