package app.countersign.deadline;

import app.countersign.terms.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * When a period ends, in two ways of counting.
 *
 * <p>Hours run on the time line, which no change of the clocks bends; that is {@link #due()}, on which alarms run, since
 * it is the earliest. By law they end later, with the expiry of the last hour: the hour in which the event falls is not
 * counted (Regulation 1182/71, Art. 3(1), 3(2)(a)). Days, weeks, months and years end with the last hour of their last
 * day, local time (Art. 3(2)(b), (c)); if that is no working day, with that of the next one (Art. 3(4), which hours
 * don't know).
 *
 * @param due when it is due for us
 * @param legalEnd when the law's period expires, not before {@code due}
 */
public record Reckoning(Instant due, Instant legalEnd) {

    public Reckoning {
        Objects.requireNonNull(due);
        Objects.requireNonNull(legalEnd);
    }

    /**
     * The end of a period that somebody owes somebody.
     *
     * @throws IllegalArgumentException for "without delay", which has no length
     */
    public static Reckoning of(Span span, Instant start, Place place) {
        if (span.duration() != null) {
            return hours(span, start, place.zone());
        }
        LocalDate lastDay = lastDay(span, start, place.zone());
        while (!Holidays.isWorkingDay(lastDay, place)) {
            lastDay = lastDay.plusDays(1);
        }
        return endOf(lastDay, place.zone());
    }

    /** The end of a period of our own making, such as that of a review: it may fall on a Sunday. */
    public static Reckoning onAnyDay(Span span, Instant start, ZoneId zone) {
        return span.duration() != null ? hours(span, start, zone) : endOf(lastDay(span, start, zone), zone);
    }

    private static Reckoning hours(Span span, Instant start, ZoneId zone) {
        Instant countedFrom =
                start.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant().plus(1, ChronoUnit.HOURS);
        return new Reckoning(start.plus(span.duration()), countedFrom.plus(span.duration()));
    }

    /** The same date in the last month, or its last day where it has no such date. */
    private static LocalDate lastDay(Span span, Instant start, ZoneId zone) {
        if (span.immediate()) {
            throw new IllegalArgumentException("without delay has no end to reckon");
        }
        return start.atZone(zone).toLocalDate().plus(span.period());
    }

    private static Reckoning endOf(LocalDate lastDay, ZoneId zone) {
        Instant end = ZonedDateTime.of(lastDay.plusDays(1).atStartOfDay(), zone).toInstant();
        return new Reckoning(end, end);
    }
}
