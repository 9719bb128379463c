package app.countersign.terms;

import app.countersign.kernel.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write how long: "12 Monate", "1 year 6 months", "72 h". In any of our languages, whichever they read. */
final class TypedSpan {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*(\\p{L}+)\\.?");
    private static final Pattern BETWEEN = Pattern.compile("\\s*,?\\s*");
    private static final Map<String, Unit> UNITS = units();

    private enum Unit {
        YEARS,
        MONTHS,
        WEEKS,
        DAYS,
        HOURS,
        MINUTES
    }

    private TypedSpan() {}

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        for (Locale language : Texts.LANGUAGES) {
            for (Unit unit : Unit.values()) {
                String words =
                        Texts.of(language).text("terms.typed." + unit.name().toLowerCase(Locale.ROOT));
                List.of(words.split(" ")).forEach(word -> units.put(word, unit));
            }
        }
        return Map.copyOf(units);
    }

    /** @throws DateTimeException if it is none, or counts days and hours at once */
    static Span read(String text) {
        Period period = Period.ZERO;
        Duration duration = Duration.ZERO;
        boolean inWeeks = true;
        String rest = text.strip().toLowerCase(Locale.ROOT);
        Matcher part = PART.matcher(rest);
        int end = 0;
        try {
            while (end < rest.length()) {
                if (!part.find(end)
                        || !BETWEEN.matcher(rest.substring(end, part.start())).matches()) {
                    throw unreadable(text);
                }
                int amount = Integer.parseInt(part.group(1));
                Unit unit = UNITS.get(part.group(2));
                if (unit == null) {
                    throw unreadable(text);
                }
                inWeeks &= unit == Unit.WEEKS;
                period = period.plus(calendar(unit, amount));
                duration = duration.plus(clock(unit, amount));
                end = part.end();
            }
        } catch (ArithmeticException e) {
            throw unreadable(text);
        }
        if (period.isZero() == duration.isZero()) {
            throw unreadable(text);
        }
        return period.isZero() ? new Span(null, duration, false) : new Span(period, null, inWeeks);
    }

    private static Period calendar(Unit unit, int amount) {
        return switch (unit) {
            case YEARS -> Period.ofYears(amount);
            case MONTHS -> Period.ofMonths(amount);
            case WEEKS -> Period.ofWeeks(amount);
            case DAYS -> Period.ofDays(amount);
            default -> Period.ZERO;
        };
    }

    private static Duration clock(Unit unit, int amount) {
        return switch (unit) {
            case HOURS -> Duration.ofHours(amount);
            case MINUTES -> Duration.ofMinutes(amount);
            default -> Duration.ZERO;
        };
    }

    private static DateTimeException unreadable(String text) {
        return new DateTimeParseException("no span", text, 0);
    }
}
