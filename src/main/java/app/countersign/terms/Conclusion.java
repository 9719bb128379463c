package app.countersign.terms;

import java.util.List;

/**
 * How a contract of this form comes about; the template's {@code conclude} and {@code alter} terms in short.
 *
 * @param clause that says so
 * @param mode {@code countersigned} (both sign), {@code countersigned-with-main-contract} (and the main contract must be
 *     signed), {@code automatic-with-service-contract} (nobody signs; the PDF is a confirmation)
 * @param order who signs, in this order: {@code controller}, {@code processor}; empty where nobody does
 * @param effective {@code last-signature}, {@code last-signature-or-main-contract} or {@code service-contract}: the day
 *     that is computed, never typed
 * @param alterationsVoid whether the controller's alterations of the words are void
 * @param changesTold whether customers are only told of a new version, which then applies to them
 */
public record Conclusion(
        Clause clause,
        String mode,
        List<String> order,
        String effective,
        boolean alterationsVoid,
        boolean changesTold) {

    public static final String COUNTERSIGNED = "countersigned";
    public static final String COUNTERSIGNED_WITH_MAIN_CONTRACT = "countersigned-with-main-contract";
    public static final String AUTOMATIC_WITH_SERVICE_CONTRACT = "automatic-with-service-contract";

    public Conclusion {
        order = List.copyOf(order);
    }

    /** Whether anybody signs at all. */
    public boolean signed() {
        return !order.isEmpty();
    }

    /** Whether the day of another contract is needed to know when this one is in force. */
    public boolean needsMainContract() {
        return !mode.equals(COUNTERSIGNED);
    }
}
