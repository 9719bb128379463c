package app.countersign.document;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How numbers and dates are written on paper: English as the British do, the day first. */
public record Written(Locale language, ZoneId zone) {

    public static Locale in(Locale language) {
        return language.getLanguage().equals("en") ? Locale.UK : language;
    }

    public String number(long number) {
        return NumberFormat.getInstance(in(language)).format(number);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(in(language))
                .format(day);
    }

    /** To the second, with the zone. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                        .withLocale(in(language))
                        .format(at.atZone(zone))
                + " " + DateTimeFormatter.ofPattern("z", in(language)).format(at.atZone(zone));
    }
}
