package app.countersign.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something to be said about a deadline at an instant: a warning while there is time, that it is due, and then, until
 * somebody takes note, that it still is.
 *
 * @param name {@code warning-50}, {@code due}, {@code escalation-1}: unique for its deadline
 * @param at when it is to be said; never moves, however late it is said
 */
public record Alarm(String name, Instant at) {

    static final String DUE = "due";
    private static final String WARNING = "warning-";
    private static final String ESCALATION = "escalation-";
    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofHours(4);
    private static final Duration DAY = Duration.ofDays(1);

    static Alarm warning(int percent, Instant start, Instant due) {
        Duration whole = Duration.between(start, due);
        return new Alarm(
                WARNING + percent, start.plus(whole.multipliedBy(percent).dividedBy(100)));
    }

    static Alarm due(Instant due) {
        return new Alarm(DUE, due);
    }

    /** An hour after it fell due, after four, and then every day. */
    static Alarm escalation(int number, Instant due) {
        Duration after =
                switch (number) {
                    case 1 -> FIRST;
                    case 2 -> SECOND;
                    default -> DAY.multipliedBy(number - 2L);
                };
        return new Alarm(ESCALATION + number, due.plus(after));
    }

    /** The last escalation whose time has come; empty before the first. */
    static Optional<Alarm> latestEscalation(Instant due, Instant now) {
        long days = Duration.between(due, now).toDays();
        int number = days > 0 ? (int) days + 2 : 2;
        for (int n = number; n > 0; n--) {
            if (!escalation(n, due).at().isAfter(now)) {
                return Optional.of(escalation(n, due));
            }
        }
        return Optional.empty();
    }

    public boolean isWarning() {
        return name.startsWith(WARNING);
    }

    public boolean isDue() {
        return name.equals(DUE);
    }

    public boolean isEscalation() {
        return name.startsWith(ESCALATION);
    }

    /** The percentage of a warning, the number of an escalation, 0 for the rest. */
    public int number() {
        return isDue() ? 0 : Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }
}
