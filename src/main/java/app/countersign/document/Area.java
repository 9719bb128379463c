package app.countersign.document;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A rectangle on a page.
 *
 * @param x left edge, in points from the page's left edge
 * @param y lower edge, in points from the page's lower edge
 * @param width in points
 * @param height in points
 */
public record Area(float x, float y, float width, float height) {

    static Area of(PDRectangle rectangle) {
        return new Area(
                rectangle.getLowerLeftX(), rectangle.getLowerLeftY(), rectangle.getWidth(), rectangle.getHeight());
    }

    static Area of(Placement place) {
        return new Area(place.x(), place.y(), place.width(), place.height());
    }

    boolean contains(float px, float py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }

    boolean contains(Area other) {
        return contains(other.x, other.y) && contains(other.x + other.width, other.y + other.height);
    }

    boolean touches(Area other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    /** Whether no edge is farther from the other's than that, in points. */
    boolean isNear(Area other, float tolerance) {
        return Math.abs(x - other.x) <= tolerance
                && Math.abs(y - other.y) <= tolerance
                && Math.abs(x + width - other.x - other.width) <= tolerance
                && Math.abs(y + height - other.y - other.height) <= tolerance;
    }

    Area widened(float by) {
        return new Area(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /** The smallest area that holds both. */
    Area joined(Area other) {
        float left = Math.min(x, other.x);
        float below = Math.min(y, other.y);
        return new Area(
                left,
                below,
                Math.max(x + width, other.x + other.width) - left,
                Math.max(y + height, other.y + other.height) - below);
    }

    Area common(Area other) {
        float left = Math.max(x, other.x);
        float below = Math.max(y, other.y);
        return new Area(
                left,
                below,
                Math.max(0, Math.min(x + width, other.x + other.width) - left),
                Math.max(0, Math.min(y + height, other.y + other.height) - below));
    }
}
