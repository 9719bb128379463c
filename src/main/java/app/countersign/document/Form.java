package app.countersign.document;

import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rendered document that is ready to be filled: make it once per template version and keep it. Immutable, and safe for
 * several threads.
 */
public final class Form {

    /** @param tooltips what a viewer says of a field, by field name, in the document's language */
    public static Form of(Rendering rendering, Map<String, String> tooltips) {
        throw new UnsupportedOperationException();
    }

    /** In reading order; signature places included. */
    public List<Placement> placements() {
        throw new UnsupportedOperationException();
    }

    public int pages() {
        throw new UnsupportedOperationException();
    }

    /**
     * Why the value cannot stand in the field: a letter that our faces lack, or more than fits at a legible size. Empty
     * when it can.
     */
    public Optional<Reason> refusal(String field, String value) {
        throw new UnsupportedOperationException();
    }

    /**
     * A fillable PDF/A-3b.
     *
     * @param values by field name; names that the document lacks are ignored
     * @param fixed names of the fields that cannot be changed; {@code contract.number} never can
     * @throws app.countersign.kernel.Invalid with the {@link #refusal} of each value that has one
     */
    public byte[] issued(Map<String, String> values, Set<String> fixed, Metadata metadata) {
        throw new UnsupportedOperationException();
    }

    /**
     * The completed document as PDF/A-3b: what was filled in is part of the pages, nothing can be filled in any more.
     *
     * @param values by field name; names that the document lacks are ignored
     * @param marks by field name, {@code controller.signature}
     * @throws app.countersign.kernel.Invalid with the {@link #refusal} of each value that has one
     */
    public byte[] completed(
            Map<String, String> values,
            Map<String, SignatureMark> marks,
            List<Attachment> attachments,
            Metadata metadata) {
        throw new UnsupportedOperationException();
    }
}
