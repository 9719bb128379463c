package app.countersign.subprocessor;

import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Texts;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Several countries, as people type them: codes or names in any of our languages, with commas between. */
final class Countries {

    private Countries() {}

    /** @throws Invalid with a complaint for that field that names what is no country; also if there is none */
    static Set<Country> read(String field, String typed) {
        Set<Country> found = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        Arrays.stream((typed == null ? "" : typed).split("[,;\\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(word -> one(word).ifPresentOrElse(found::add, () -> unknown.add(word)));
        if (!unknown.isEmpty()) {
            throw Invalid.field(field, Reason.of("subprocessor.complaint.country", String.join(", ", unknown)));
        }
        if (found.isEmpty()) {
            throw Invalid.field(field, Reason.of("kernel.text.missing"));
        }
        return found;
    }

    private static Optional<Country> one(String word) {
        Optional<Country> code = word.length() == 2 ? Country.parse(word) : Optional.empty();
        return code.isPresent() ? code : named(word);
    }

    private static Optional<Country> named(String word) {
        return Texts.LANGUAGES.stream()
                .flatMap(language -> {
                    Collator letters = Collator.getInstance(language);
                    letters.setStrength(Collator.PRIMARY);
                    return Country.all(language).stream()
                            .filter(country -> letters.compare(country.name(language), word) == 0);
                })
                .findFirst();
    }

    static Set<Country> split(String joined) {
        Set<Country> all = new LinkedHashSet<>();
        Arrays.stream(joined.split(" ")).filter(code -> !code.isEmpty()).forEach(code -> all.add(new Country(code)));
        return all;
    }
}
