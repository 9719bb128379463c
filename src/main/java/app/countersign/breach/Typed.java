package app.countersign.breach;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads what was typed. */
final class Typed {

    private Typed() {}

    /**
     * The constant of that word.
     *
     * @throws Invalid with a complaint for that field that names all there are
     */
    static <E extends Enum<E>> E constant(String field, Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> KebabCase.of(constant).equals(word == null ? "" : word.strip()))
                .findFirst()
                .orElseThrow(() -> Invalid.field(field, complaint(type)));
    }

    private static <E extends Enum<E>> Reason complaint(Class<E> type) {
        return Reason.of(
                "breach.complaint.choice",
                Arrays.stream(type.getEnumConstants()).map(KebabCase::of).collect(Collectors.joining(", ")));
    }
}
