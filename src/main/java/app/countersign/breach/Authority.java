package app.countersign.breach;

import app.countersign.kernel.Country;
import app.countersign.kernel.EmailAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A supervisory authority, as {@code authorities.yaml} says it.
 *
 * @param id its key there: {@code de-by}
 * @param land of which German Land it is; empty elsewhere
 * @param bodies which bodies it watches where not all do: {@code private}, {@code public}, {@code federal}
 * @param from the first day on which it is competent
 * @param until the last such day; empty for one that still is
 * @param names by language
 * @param form where it takes reports of breaches, where that is known
 * @param email where that is known
 */
public record Authority(
        String id,
        Country country,
        Optional<String> land,
        Optional<String> bodies,
        LocalDate from,
        Optional<LocalDate> until,
        Map<String, String> names,
        URI web,
        Optional<URI> form,
        Optional<EmailAddress> email) {

    public Authority {
        names = Map.copyOf(names);
    }

    public String name(Locale language) {
        return names.getOrDefault(language.getLanguage(), names.get("en"));
    }

    boolean isCompetentOn(LocalDate day) {
        return !from.isAfter(day) && until.map(last -> !last.isBefore(day)).orElse(true);
    }

    /** Whether a company answers to it. */
    boolean watchesCompanies() {
        return bodies.map("private"::equals).orElse(true);
    }
}
