package app.countersign.document;

import java.time.Instant;
import java.util.Optional;

/**
 * One cryptographic signature of a file, as found.
 *
 * @param signer the common name of the certificate's subject, or the whole subject
 * @param claimedAt the time that the signer claims
 * @param stampedAt the time that a time-stamp authority attests; empty without one, or when it does not fit
 * @param coveredBytes how many bytes from the file's beginning it vouches for; 0 when its range is not of that shape
 * @param coversWholeFile whether nothing follows what it vouches for
 * @param intact whether the covered bytes are those that were signed
 * @param ours whether one of our certificates made it; says nothing unless {@code intact}
 */
public record SignatureFinding(
        String signer,
        Optional<Instant> claimedAt,
        Optional<Instant> stampedAt,
        long coveredBytes,
        boolean coversWholeFile,
        boolean intact,
        boolean ours) {

    /** One of our certificates signed the file as it is, to its last byte. */
    public boolean sealsWholeFile() {
        return intact && ours && coversWholeFile;
    }
}
