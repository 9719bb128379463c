package app.countersign.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of countries, as a clause names them.
 *
 * @param named ISO 3166 alpha-2 codes and groups ({@code EU}, {@code EEA}) in the clause's order
 */
public record Places(List<String> named) implements Value {

    public Places {
        named = List.copyOf(named);
    }

    /** Whether the country (ISO 3166 alpha-2) is named, by itself or as a member of a named group. */
    public boolean contains(String country) {
        return countries().contains(country);
    }

    /** The countries by their ISO 3166 alpha-2 codes, groups resolved. */
    public Set<String> countries() {
        Set<String> countries = new LinkedHashSet<>();
        for (String name : named) {
            countries.addAll(Vocabulary.groups().getOrDefault(name, Set.of(name)));
        }
        return countries;
    }

    /** "Schweiz, EU". */
    public String in(Locale language) {
        return named.stream().map(name -> nameOf(name, language)).collect(Collectors.joining(", "));
    }

    private static String nameOf(String place, Locale language) {
        return Vocabulary.groups().containsKey(place)
                ? Sentence.symbol(place, language)
                : new Locale.Builder().setRegion(place).build().getDisplayCountry(language);
    }
}
