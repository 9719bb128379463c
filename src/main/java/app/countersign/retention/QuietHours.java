package app.countersign.retention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When nobody minds that rows are deleted, in the zone of the store: {@code 22:00-05:00}.
 *
 * @param from the first minute
 * @param to the first minute that is not meant any more; before {@code from}, it is one of the next day
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** Empty if it is not written like that, or is no time at all. */
    static Optional<QuietHours> of(String written) {
        String[] parts = written.strip().split("\\s*[-–]\\s*", -1);
        try {
            if (parts.length == 2) {
                QuietHours hours = new QuietHours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
                return hours.from.equals(hours.to) ? Optional.empty() : Optional.of(hours);
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    boolean contain(Instant now, ZoneId zone) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /** When they begin next, after that time. */
    Instant next(Instant now, ZoneId zone) {
        ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(from).atZone(zone);
        return today.toInstant().isAfter(now)
                ? today.toInstant()
                : now.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atTime(from)
                        .atZone(zone)
                        .toInstant();
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
