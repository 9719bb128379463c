package app.countersign.terms;

import java.util.Locale;
import java.util.Optional;

/**
 * Another document in which a promise stands, where the words only refer to it: Okomo's privacy statement.
 *
 * @param document its key in the terms file
 * @param title as people call it
 * @param section the passage, {@code 7} or {@code 4.2b}; null when the whole document is meant
 */
public record Source(String document, Wording title, String section) {

    public String title(Locale language) {
        return title.in(language);
    }

    public Optional<String> passage() {
        return Optional.ofNullable(section);
    }
}
