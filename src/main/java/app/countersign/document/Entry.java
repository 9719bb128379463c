package app.countersign.document;

import java.util.Optional;

/**
 * A value in its field.
 *
 * @param text cleaned, and on one line unless the field takes several
 */
record Entry(Placement place, String text) {

    static Entry of(Placement place, String value) {
        return new Entry(place, place.takesSeveralLines() ? Letters.clean(value) : Letters.onOneLine(value));
    }

    /** Empty when the field is too small for it. */
    Optional<Setting> setting() {
        return Setting.of(Face.SANS, text, place);
    }

    Setting set() {
        return setting().orElseThrow();
    }
}
