package app.countersign.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A country by its ISO 3166-1 alpha-2 code.
 *
 * @param code two capital letters, of a country that exists
 */
public record Country(String code) {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    public Country {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("no such country: " + code);
        }
    }

    public static Optional<Country> parse(String raw) {
        String code = raw == null ? "" : raw.strip().toUpperCase(Locale.ROOT);
        return CODES.contains(code) ? Optional.of(new Country(code)) : Optional.empty();
    }

    /** @throws Invalid with a complaint for that field */
    public static Country require(String field, String raw) {
        if (raw == null || raw.isBlank()) {
            throw Invalid.field(field, Reason.of("kernel.text.missing"));
        }
        return parse(raw).orElseThrow(() -> Invalid.field(field, complaint(raw)));
    }

    private static Reason complaint(String raw) {
        String shown = PlainText.line(40).complaint(raw).isEmpty() ? raw.strip() : "?";
        return Reason.of("kernel.country.unknown", shown);
    }

    /** All of them, by their names in that language. */
    public static List<Country> all(Locale language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(Country::new)
                .sorted(Comparator.comparing(c -> c.name(language), java.text.Collator.getInstance(language)))
                .toList();
    }

    public String name(Locale language) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(language);
    }
}
