package app.countersign.document;

/**
 * What the appearance of a field shows.
 *
 * @param kind how far the text can be relied on
 * @param text letters in the order in which they are read, when {@code kind} is {@link Kind#PLAIN}
 */
record Showing(Kind kind, String text) {

    /** How far it can be relied on. */
    enum Kind {
        /** There is no appearance: a viewer sets the value itself. */
        ABSENT,
        /** Letters of known fonts, dark, upright, inside the field, and nothing else. */
        PLAIN,
        /** Something else is drawn, or in another way. */
        UNSURE
    }

    static final Showing ABSENT = new Showing(Kind.ABSENT, "");
    static final Showing UNSURE = new Showing(Kind.UNSURE, "");

    static Showing plain(String text) {
        return new Showing(Kind.PLAIN, text);
    }
}
