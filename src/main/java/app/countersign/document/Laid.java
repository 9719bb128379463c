package app.countersign.document;

import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * What lies over a page: a field, a link, a stamp …
 *
 * @param field the field's whole name; empty when it is no field
 * @param kind {@code Widget}, {@code Link}, {@code Stamp} …
 * @param area where
 * @param entries fingerprints of its entries by name, with those that a field has from its parents
 * @param value of a field; empty when it has none, absent when it is no text
 * @param showing what is seen of it
 */
record Laid(
        String field, String kind, Area area, Map<String, String> entries, Optional<String> value, Showing showing) {

    boolean isField() {
        return kind.equals("Widget");
    }

    /** A place for a cryptographic signature, which some viewers add when somebody signs. */
    boolean isSignature() {
        return isField() && "/Sig".equals(entries.get("FT"));
    }

    /** Whether nothing of it is ever seen: without an area, or hidden. */
    boolean isInvisible() {
        return area.width() == 0 || area.height() == 0;
    }

    static Area area(COSDictionary annotation) {
        COSArray corners = annotation.getCOSArray(COSName.RECT);
        boolean sound = corners != null
                && corners.size() == 4
                && corners.toList().stream().allMatch(corner -> number(corner) instanceof COSNumber);
        return sound ? Area.of(new PDRectangle(corners)) : new Area(0, 0, 0, 0);
    }

    private static COSBase number(COSBase corner) {
        return corner instanceof org.apache.pdfbox.cos.COSObject reference ? reference.getObject() : corner;
    }

    static Optional<String> text(COSBase value) {
        if (value == null || value instanceof COSNull) {
            return Optional.of("");
        }
        return value instanceof COSString string ? Optional.of(string.getString()) : Optional.empty();
    }
}
