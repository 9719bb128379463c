package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** Why persons need not be told though the risk is high (Art. 34(3) GDPR). */
public enum Exemption {
    /** (a) Nobody can read the data who must not. */
    UNINTELLIGIBLE,
    /** (b) What was done since makes the high risk unlikely. */
    AVERTED,
    /** (c) It would take a disproportionate effort; the public is told instead. */
    DISPROPORTIONATE;

    public Reason label() {
        return Reason.of("breach.exemption." + KebabCase.of(this));
    }
}
