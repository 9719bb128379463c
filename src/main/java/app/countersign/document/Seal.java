package app.countersign.document;

import java.time.Instant;
import java.util.Optional;

/**
 * Signs a file so that every later change shows (PAdES, ETSI EN 319 142-1): baseline B-B, or B-T with a time-stamp
 * authority. Safe for several threads.
 */
public final class Seal {

    public Seal(SealKey key, Optional<TimeStamps> timeStamps) {}

    /**
     * The file with a seal added as its last increment; whatever it holds, earlier signatures too, stays as it is.
     *
     * @param pdf a file that we made: a stranger's bytes are never sealed
     * @param at the time that the seal claims
     * @throws TimeStampUnavailable when an authority is configured and gives no usable answer
     * @throws app.countersign.kernel.Refused when the certificate does not hold at that time
     */
    public byte[] seal(byte[] pdf, SealNote note, Instant at) {
        throw new UnsupportedOperationException();
    }
}
