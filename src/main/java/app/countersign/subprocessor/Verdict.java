package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** What is to be said of a place of processing; the worst last. */
public enum Verdict {
    FOUNDED,
    /** Allowed once the controller consents. */
    NEEDS_CONSENT,
    /** Nothing carries the transfer. */
    UNFOUNDED,
    /** The contract excludes it, whatever else there is. */
    FORBIDDEN;

    public Reason label() {
        return Reason.of("subprocessor.verdict." + KebabCase.of(this));
    }
}
