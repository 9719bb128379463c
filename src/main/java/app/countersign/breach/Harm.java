package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** What a breach did to the data (Art. 4(12) GDPR). */
public enum Harm {
    /** Somebody saw it who must not. */
    CONFIDENTIALITY,
    /** It was changed. */
    INTEGRITY,
    /** It is gone, for a time or for good. */
    AVAILABILITY;

    public Reason label() {
        return Reason.of("breach.harm." + KebabCase.of(this));
    }
}
