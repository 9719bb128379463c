package app.countersign.deadline;

import app.countersign.terms.Span;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a room says when it starts a deadline.
 *
 * @param kind what is to be done, in kebab case: {@code notify-controller}; its words are {@code deadline.kind.<kind>}
 * @param clause what demands it, as the trail cites it: {@code oculavis-dpa breach-1-b}, {@code gdpr 33(1)}
 * @param span how long; for "without delay" {@code limit} says when we want it done
 * @param startsAt the instant from which it counts
 * @param place whose clock and holidays count
 * @param limit stands in for a span without length
 * @param warnings at which percentages of the time people are told, 1-99
 * @param told the roles of those who are told
 */
public record DeadlineStart(
        Subject subject,
        String kind,
        String clause,
        Span span,
        Instant startsAt,
        Place place,
        Optional<Instant> limit,
        List<Integer> warnings,
        List<String> told) {

    private static final List<Integer> USUAL = List.of(50, 80);
    private static final int DUE = 100;

    public DeadlineStart {
        Objects.requireNonNull(subject);
        if (span.immediate() && limit.isEmpty()) {
            throw new IllegalArgumentException("without delay needs a limit of our own");
        }
        if (warnings.stream().anyMatch(percent -> percent < 1 || percent > 99)) {
            throw new IllegalArgumentException("a warning lies between 1 and 99 percent");
        }
        if (told.isEmpty()) {
            throw new IllegalArgumentException("somebody is to be told");
        }
        warnings = List.copyOf(new TreeSet<>(warnings));
        told = List.copyOf(told);
    }

    /** With the usual warnings, at 50 and 80 percent. */
    public static DeadlineStart of(
            Subject subject, String kind, String clause, Span span, Instant startsAt, Place place, String... told) {
        return new DeadlineStart(subject, kind, clause, span, startsAt, place, Optional.empty(), USUAL, List.of(told));
    }

    /** "Without delay": when the installation wants it done. */
    public static DeadlineStart withoutDelay(
            Subject subject, String kind, String clause, Instant startsAt, Instant limit, Place place, String... told) {
        return new DeadlineStart(
                subject, kind, clause, Span.WITHOUT_DELAY, startsAt, place, Optional.of(limit), USUAL, List.of(told));
    }

    public DeadlineStart warnedAt(Integer... percent) {
        return new DeadlineStart(subject, kind, clause, span, startsAt, place, limit, List.of(percent), told);
    }

    /**
     * With the warnings that a term names, or the usual ones if it names none.
     *
     * @param percent 1-100; at 100 it is due, which is always said
     */
    public DeadlineStart warnedAsSaid(List<Integer> percent) {
        return percent.isEmpty()
                ? this
                : warnedAt(percent.stream().filter(one -> one < DUE).toArray(Integer[]::new));
    }

    Reckoning reckoning() {
        return limit.map(at -> new Reckoning(at, at)).orElseGet(() -> Reckoning.of(span, startsAt, place));
    }
}
