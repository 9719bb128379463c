package app.countersign.document;

/**
 * Where a field stands on its page.
 *
 * @param field the field's name, {@code controller.company}
 * @param page the page's number, from 1
 * @param x left edge, in points from the page's left edge
 * @param y lower edge, in points from the page's lower edge
 * @param width in points
 * @param height in points
 */
public record Placement(String field, int page, float x, float y, float width, float height) {

    /** A place for a drawn or typed signature, and so no text field. */
    public boolean isSignature() {
        return field.endsWith(".signature");
    }

    boolean takesSeveralLines() {
        return field.endsWith(".address");
    }

    /** What is said of the contract itself is for us to fill in, and for nobody to change. */
    boolean isOurs() {
        return field.startsWith("contract.");
    }
}
