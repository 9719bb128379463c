package app.countersign.terms;

import app.countersign.kernel.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How long, as a clause says it: a calendar period ({@code P12M}), an elapsed time ({@code PT72H}), or "without delay",
 * which has no length. One of the two lengths is null, or both for "without delay".
 *
 * @param inWeeks whether the clause counts in weeks, so that people read "2 weeks" there and "14 days" elsewhere
 */
public record Span(Period period, Duration duration, boolean inWeeks) implements Value {

    /** "unverzüglich", "at once". */
    public static final Span WITHOUT_DELAY = new Span(null, null, false);

    static final String IMMEDIATE = "without-delay";

    private static final int CENTURY = 100;
    private static final Pattern ISO = Pattern.compile("[Pp][\\dTt]");

    /**
     * A span as a terms file writes it: ISO 8601, or {@code without-delay}.
     *
     * @throws DateTimeParseException if it is neither, or not longer than nothing
     */
    public static Span of(String text) {
        if (text.equals(IMMEDIATE)) {
            return WITHOUT_DELAY;
        }
        Span span = text.startsWith("PT")
                ? new Span(null, Duration.parse(text), false)
                : new Span(Period.parse(text), null, text.matches("P\\d+W"));
        if (!span.isPositive()) {
            throw new DateTimeParseException("not longer than nothing", text, 0);
        }
        return span;
    }

    /**
     * A span as people type it: in words of any of our languages, as {@link #in} says it, or in ISO 8601, in either case.
     *
     * @throws DateTimeException if it is neither, or not longer than nothing
     */
    public static Span typed(String text) {
        String plain = text.strip();
        return ISO.matcher(plain).lookingAt() ? of(plain.toUpperCase(Locale.ROOT)) : TypedSpan.read(plain);
    }

    public boolean immediate() {
        return period == null && duration == null;
    }

    /**
     * The end of this span when it starts then: a calendar period in the start's zone, an elapsed time to the second.
     * "Without delay" ends where it starts.
     */
    public Instant after(ZonedDateTime start) {
        if (immediate()) {
            return start.toInstant();
        }
        return period != null
                ? start.plus(period).toInstant()
                : start.toInstant().plus(duration);
    }

    /** Whether it ends beyond a century, or beyond what a calendar knows: nobody means that. */
    public boolean isEndless() {
        try {
            ZonedDateTime start = Instant.EPOCH.atZone(ZoneOffset.UTC);
            return after(start).isAfter(start.plusYears(CENTURY).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            return true;
        }
    }

    /** "12 Monate", "72 hours", "unverzüglich". */
    public String in(Locale language) {
        Texts texts = Texts.of(language);
        if (immediate()) {
            return texts.text("terms.symbol." + IMMEDIATE);
        }
        List<String> parts = new ArrayList<>();
        if (period != null) {
            add(parts, texts, "years", period.getYears());
            add(parts, texts, "months", period.getMonths());
            add(parts, texts, inWeeks ? "weeks" : "days", inWeeks ? period.getDays() / 7 : period.getDays());
        } else {
            add(parts, texts, "hours", duration.toHours());
            add(parts, texts, "minutes", duration.toMinutesPart());
        }
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, Texts texts, String unit, long amount) {
        if (amount != 0) {
            parts.add(texts.text("terms.span." + unit, amount));
        }
    }

    private boolean isPositive() {
        return period != null ? !period.isNegative() && !period.isZero() : !duration.isNegative() && !duration.isZero();
    }

    @Override
    public String toString() {
        return immediate() ? IMMEDIATE : Objects.toString(period, String.valueOf(duration));
    }
}
