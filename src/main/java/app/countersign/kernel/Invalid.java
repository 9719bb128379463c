package app.countersign.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Input that is incomplete or implausible, with one complaint for each field that has one. */
public class Invalid extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Reason> complaints;

    /** @param complaints by field name as the API spells it, in the order of the form; not empty */
    public Invalid(Map<String, Reason> complaints) {
        super(Reason.of("kernel.invalid"));
        this.complaints = new LinkedHashMap<>(complaints);
    }

    public static Invalid field(String field, Reason complaint) {
        return new Invalid(Map.of(field, complaint));
    }

    /**
     * So that a person hears of all that is wrong at once, and not of one thing after the other.
     *
     * @param parts each of which is read, and may complain
     * @throws Invalid with the complaints of all of these
     */
    public static void together(Supplier<?>... parts) {
        Map<String, Reason> all = new LinkedHashMap<>();
        for (Supplier<?> part : parts) {
            try {
                part.get();
            } catch (Invalid e) {
                all.putAll(e.complaints());
            }
        }
        if (!all.isEmpty()) {
            throw new Invalid(all);
        }
    }

    /** The same complaints about fields that are part of another: {@code name} becomes {@code controller.name}. */
    public Invalid under(String prefix) {
        Map<String, Reason> moved = new LinkedHashMap<>();
        complaints.forEach((field, complaint) -> moved.put(prefix + "." + field, complaint));
        return new Invalid(moved);
    }

    /** The same complaints about fields that are called otherwise elsewhere; those not named there keep their names. */
    public Invalid renamed(Map<String, String> names) {
        Map<String, Reason> moved = new LinkedHashMap<>();
        complaints.forEach((field, complaint) -> moved.put(names.getOrDefault(field, field), complaint));
        return new Invalid(moved);
    }

    public Map<String, Reason> complaints() {
        return complaints;
    }
}
