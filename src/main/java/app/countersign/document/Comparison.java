package app.countersign.document;

import app.countersign.kernel.Reason;
import java.util.List;

/**
 * How a file differs from the one we keep. Only {@link #identical()} makes it genuine: a signature that still verifies,
 * or equal text, does not.
 *
 * @param identical byte for byte
 * @param continues whether the candidate begins with all the original's bytes and goes on after them
 * @param readable whether the candidate could be compared at all
 * @param pagesBefore of the original
 * @param pagesAfter of the candidate; 0 when unreadable
 * @param changes of the words, in the order of the pages
 * @param redrawn pages whose words are the same, but whose drawing instructions, fonts or images are not
 * @param annotations pages on which something was laid over, or a field moved, grew, or went
 * @param attachments names of the files inside that were added, changed or removed
 * @param scripts whether the candidate carries scripts that the original does not
 * @param reasons all of that, in words fit for a public page; empty only when identical
 */
public record Comparison(
        boolean identical,
        boolean continues,
        boolean readable,
        int pagesBefore,
        int pagesAfter,
        List<Change> changes,
        List<Integer> redrawn,
        List<Integer> annotations,
        List<String> attachments,
        boolean scripts,
        List<Reason> reasons) {

    /**
     * Words that were replaced, added or removed.
     *
     * @param page number in the original, or in the candidate for a page that was added; from 1
     * @param before what stood there; empty when words were added
     * @param after what stands there; empty when words were removed
     */
    public record Change(int page, String before, String after) {}

    /** @param original a file of ours, which is trusted; @param candidate anything */
    public static Comparison of(byte[] original, byte[] candidate, Limits limits) {
        throw new UnsupportedOperationException();
    }
}
