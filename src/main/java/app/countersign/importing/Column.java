package app.countersign.importing;

import app.countersign.kernel.Texts;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A column of a table that can be imported. Its head may say the name by which programs call it, or what people call it in
 * any of our languages.
 *
 * @param name as the API calls the field: {@code country}
 * @param required whether the table must have it
 */
public record Column(String name, boolean required) {

    static Column needed(String name) {
        return new Column(name, true);
    }

    static Column maybe(String name) {
        return new Column(name, false);
    }

    boolean isCalled(String head) {
        String folded = folded(head);
        return Stream.concat(Stream.of(name), Texts.LANGUAGES.stream().map(this::label))
                .map(Column::folded)
                .anyMatch(folded::equals);
    }

    public String label(Locale language) {
        return Texts.of(language).text("importing.column." + name);
    }

    /** Letters and digits only, without accents. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{Alnum}]", "");
    }
}
