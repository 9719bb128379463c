package app.countersign.document;

/** Pictures of pages. For files of ours only: nothing here is bounded. */
public final class Pages {

    private Pages() {}

    /** @param page from 1; @param dpi 36 to 300; @return a PNG */
    public static byte[] png(byte[] pdf, int page, int dpi) {
        throw new UnsupportedOperationException();
    }

    public static int count(byte[] pdf) {
        throw new UnsupportedOperationException();
    }

    /** The words of a page, or of all pages when {@code page} is 0, as a reader would copy them. */
    public static String text(byte[] pdf, int page) {
        throw new UnsupportedOperationException();
    }
}
