package app.countersign.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When rules run by themselves: in the small hours of where the store is. A night that was missed is caught up at once. */
final class Nights {

    /** After midnight, when days are over; and not at two, which comes twice or not at all when clocks change. */
    private static final LocalTime AT = LocalTime.of(1, 15);

    /** No next one lies further ahead, whenever quiet hours begin and clocks change. */
    static final Duration FURTHEST = Duration.ofDays(2);

    private Nights() {}

    /** As {@link #next(Instant, ZoneId)}, but when the store's quiet hours begin, if it has any. */
    static Instant next(Instant now, Store store) {
        return store.quietHours().map(hours -> hours.next(now, store.zone())).orElseGet(() -> next(now, store.zone()));
    }

    /** The next one after that time. */
    static Instant next(Instant now, ZoneId zone) {
        ZonedDateTime tonight = now.atZone(zone).toLocalDate().atTime(AT).atZone(zone);
        return tonight.toInstant().isAfter(now)
                ? tonight.toInstant()
                : tonight.plusDays(1).toInstant();
    }
}
