package app.countersign.document;

import java.util.List;

/**
 * The pages of a document's words, and where its fields stand. The same manuscript gives the same bytes. Immutable.
 */
public final class Rendering {

    /**
     * Lays the words out.
     *
     * @throws app.countersign.kernel.Refused when the XHTML is not well-formed, or a letter is in none of our faces
     */
    public static Rendering of(Manuscript manuscript) {
        throw new UnsupportedOperationException();
    }

    /** The bare pages, without metadata: a stage on the way to a {@link Form}. */
    public byte[] pdf() {
        throw new UnsupportedOperationException();
    }

    /** In reading order. */
    public List<Placement> placements() {
        throw new UnsupportedOperationException();
    }

    public int pages() {
        throw new UnsupportedOperationException();
    }
}
