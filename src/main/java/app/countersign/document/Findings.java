package app.countersign.document;

import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What a file that somebody brought turned out to be. It says nothing of whether the file is genuine: that only equality
 * with a stored file says ({@link Comparison}).
 *
 * @param sha256 of its bytes
 * @param readable whether it could be read as a PDF within the limits
 * @param pages 0 when unreadable
 * @param signatures in the order in which they were added
 * @param changedAfterLastSignature whether bytes follow the last signature's range; false without signatures
 * @param identifier by which a file of ours names itself, when it has one; a claim, not a proof
 * @param scripts whether it carries JavaScript or actions that start something
 * @param attachments the names of the files inside it
 * @param reasons what is remarkable, in the order of weight; why it is unreadable, if it is
 */
public record Findings(
        String sha256,
        boolean readable,
        int pages,
        List<SignatureFinding> signatures,
        boolean changedAfterLastSignature,
        Optional<String> identifier,
        boolean scripts,
        List<String> attachments,
        List<Reason> reasons) {

    public Findings {
        signatures = List.copyOf(signatures);
        attachments = List.copyOf(attachments);
        reasons = List.copyOf(reasons);
    }

    /** One of our seals covers the file to its last byte, unbroken. */
    public boolean sealedByUs() {
        return !signatures.isEmpty() && signatures.get(signatures.size() - 1).sealsWholeFile();
    }
}
