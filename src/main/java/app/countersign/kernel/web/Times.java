package app.countersign.kernel.web;

import app.countersign.kernel.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Dates and clocks as the reader writes them: {@code #{times.date(contract.effectiveOn)}}. Instants are shown in the
 * organisation's zone ({@code countersign.zone}), which is named wherever an hour is.
 */
@Named
@RequestScoped
public class Times {

    private static final int TWO_DIGITS = 10;

    /** From here on a clock asks for attention. */
    private static final Duration SOON = Duration.ofDays(1);

    @Inject
    private Words words;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    /** The server's time, by which pages set their clocks right. */
    public Instant getNow() {
        return clock.instant();
    }

    /** {@code 22.11.2026}, {@code 22 Nov 2026}; nothing for null. */
    public String date(LocalDate date) {
        return date == null ? "" : days().format(date);
    }

    /** The day of an instant, without its hour. */
    public String day(Instant instant) {
        return instant == null ? "" : date(instant.atZone(settings.zone()).toLocalDate());
    }

    /** {@code 22.11.2026, 14:05 MEZ}; nothing for null. */
    public String moment(Instant instant) {
        return instant == null
                ? ""
                : day(instant)
                        + DateTimeFormatter.ofPattern(", HH:mm z", locale()).format(instant.atZone(settings.zone()));
    }

    /** The end of a time as people name it: the day that ends then, otherwise the moment; nothing for null. */
    public String until(Instant end) {
        if (end == null) {
            return "";
        }
        LocalDate next = end.atZone(settings.zone()).toLocalDate();
        boolean dayEnds = next.atStartOfDay(settings.zone()).toInstant().equals(end);
        return dayEnds ? date(next.minusDays(1)) : moment(end);
    }

    /** What is left until then, or by how much it is over: {@code 2 d 3 h left}. */
    public String left(Instant due) {
        if (due == null) {
            return "";
        }
        Duration left = Duration.between(clock.instant(), due);
        return words.with(left.isNegative() ? "kernel.clock.over" : "kernel.clock.left", length(left.abs()));
    }

    /** {@code bad} when it is over, {@code warn} in the last day, otherwise {@code calm}. */
    public String tone(Instant due) {
        if (due == null) {
            return "calm";
        }
        Duration left = Duration.between(clock.instant(), due);
        return left.isNegative() ? "bad" : left.compareTo(SOON) < 0 ? "warn" : "calm";
    }

    private String length(Duration length) {
        if (length.toDays() > 0) {
            return words.with("kernel.clock.days", length.toDays(), length.toHoursPart());
        }
        return length.toHours() > 0
                ? words.with(
                        "kernel.clock.hours",
                        length.toHours(),
                        padded(length.toMinutesPart()),
                        padded(length.toSecondsPart()))
                : words.with("kernel.clock.minutes", length.toMinutes(), length.toSecondsPart());
    }

    private static String padded(int number) {
        return number < TWO_DIGITS ? "0" + number : String.valueOf(number);
    }

    private DateTimeFormatter days() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale());
    }

    /** English as the British write it: the day first. */
    private Locale locale() {
        Locale language = words.texts().language();
        return language.equals(Locale.GERMAN) ? language : Locale.UK;
    }
}
