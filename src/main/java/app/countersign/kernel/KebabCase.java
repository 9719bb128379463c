package app.countersign.kernel;

import java.util.Locale;

/**
 * Keeps an enum in the database by its name in kebab case, {@code in-force}: readable there, and the same word as in
 * the API. A room's converter extends this and implements {@link jakarta.persistence.AttributeConverter} itself, since
 * the JPA provider looks for the types there.
 */
public abstract class KebabCase<E extends Enum<E>> {

    private final Class<E> type;

    protected KebabCase(Class<E> type) {
        this.type = type;
    }

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if no constant is written like that */
    public static <E extends Enum<E>> E read(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String convertToDatabaseColumn(E constant) {
        return constant == null ? null : of(constant);
    }

    public E convertToEntityAttribute(String word) {
        return word == null ? null : read(type, word);
    }
}
