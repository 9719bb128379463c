package app.countersign.contract;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day in the ways in which people write it in German, English, French and Italian: {@code 22.11.2026},
 * {@code 22.11.26}, {@code 2026-11-22}, {@code 22/11/2026}, {@code 22. November 2026}, {@code Nov. 22nd, 2026}. Where
 * two readings are possible it asks instead of guessing.
 */
final class WrittenDate {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{4}|\\d{2})");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<day>\\d{1,2})(?:st|nd|rd|th|er|°)?[. -]*(?:of |de |di )?(?<month>\\p{L}+)[., -]*(?<year>\\d{4}|\\d{2})");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(?<month>\\p{L}+)[. ]*(?<day>\\d{1,2})(?:st|nd|rd|th)?[., ]+(?<year>\\d{4}|\\d{2})");
    private static final Pattern LEAD = Pattern.compile("^(?:\\p{L}{2,10}[.,]\\s+|den |le |il |am |the )+(?=\\S)");
    private static final Set<Locale> LANGUAGES = Set.of(Locale.GERMAN, Locale.ENGLISH, Locale.FRENCH, Locale.ITALIAN);
    private static final Map<String, Integer> VARIANTS =
            Map.of("janner", 1, "jaenner", 1, "feber", 2, "maerz", 3, "mrz", 3, "mrt", 3);
    private static final int SHORTEST_MONTH = 3;
    private static final int CENTURY = 2000;

    private WrittenDate() {}

    /**
     * @param language of the document: in German {@code 03/04/2026} is 3 April
     * @throws Refused with a reason that says what is wrong, or asks which of two days is meant
     */
    static LocalDate read(String text, Locale language) {
        String plain = fold(text);
        Matcher iso = YEAR_FIRST.matcher(plain);
        if (iso.matches()) {
            return day(text, number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher numbers = NUMBERS.matcher(plain);
        if (numbers.matches()) {
            return fromNumbers(text, numbers, language);
        }
        String bare = LEAD.matcher(plain).replaceFirst("");
        for (String candidate : List.of(plain, bare)) {
            for (Pattern pattern : List.of(DAY_MONTH, MONTH_DAY)) {
                Matcher words = pattern.matcher(candidate);
                if (words.matches() && month(words.group("month")).isPresent()) {
                    return day(
                            text,
                            year(words.group("year")),
                            month(words.group("month")).getAsInt(),
                            Integer.parseInt(words.group("day")));
                }
            }
        }
        throw Refused.because("contract.date.unreadable");
    }

    /** Whether somebody has written a date here, possible or not. */
    static boolean looksLikeOne(String text) {
        try {
            read(text, Locale.GERMAN);
            return true;
        } catch (Refused e) {
            return !e.reason().key().equals("contract.date.unreadable");
        }
    }

    /** The day as the document's readers write it, with a year of four digits. */
    static String write(LocalDate day, Locale language) {
        return language.getLanguage().equals("de")
                ? DateTimeFormatter.ofPattern("dd.MM.yyyy").format(day)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.getLanguage().equals("en") ? Locale.UK : language)
                        .format(day);
    }

    private static LocalDate fromNumbers(String text, Matcher numbers, Locale language) {
        int first = number(numbers, 1);
        int second = number(numbers, 3);
        int year = year(numbers.group(4));
        // With dots the day comes first everywhere.
        boolean dayFirst =
                numbers.group(2).equals(".") || language.getLanguage().equals("de") || first > 12 || first == second;
        if (second > 12 && first <= 12 && !numbers.group(2).equals(".")) {
            return day(text, year, first, second);
        }
        if (!dayFirst) {
            throw Refused.because(
                    "contract.date.ambiguous",
                    write(day(text, year, second, first), language),
                    write(day(text, year, first, second), language));
        }
        return day(text, year, second, first);
    }

    private static LocalDate day(String text, int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new Refused(Reason.of("contract.date.impossible", text.strip()));
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? CENTURY + year : year;
    }

    /** A month by its name or by enough of its beginning to tell it from the others, in any of the languages. */
    private static OptionalInt month(String word) {
        if (VARIANTS.containsKey(word)) {
            return OptionalInt.of(VARIANTS.get(word));
        }
        if (word.length() < SHORTEST_MONTH) {
            return OptionalInt.empty();
        }
        Set<Integer> months = new TreeSet<>();
        for (Month month : Month.values()) {
            names(month).stream().filter(name -> name.startsWith(word)).forEach(name -> months.add(month.getValue()));
        }
        return months.size() == 1 ? OptionalInt.of(months.iterator().next()) : OptionalInt.empty();
    }

    private static List<String> names(Month month) {
        List<String> names = new ArrayList<>();
        LANGUAGES.forEach(language -> names.add(fold(month.getDisplayName(TextStyle.FULL, language))));
        return names;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("[‐‑–]", "-")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
