package app.countersign.kernel;

import java.util.Locale;

/**
 * Writes an enum's constants in kebab case, {@code in-force}: readable in the database, and the same word as in the API.
 *
 * <p>A room's converter implements {@link jakarta.persistence.AttributeConverter} and calls this. It must not inherit
 * from a generic class: EclipseLink then overlooks that it applies, and silently stores ordinals.
 */
public final class KebabCase {

    private KebabCase() {}

    /** Null for null. */
    public static String of(Enum<?> constant) {
        return constant == null
                ? null
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Null for null.
     *
     * @throws IllegalArgumentException if no constant is written like that
     */
    public static <E extends Enum<E>> E read(Class<E> type, String word) {
        return word == null
                ? null
                : Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
