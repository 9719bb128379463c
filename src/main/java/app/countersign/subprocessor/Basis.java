package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** How the contract with a sub-processor was concluded (Art. 28(4) GDPR). */
public enum Basis {
    SIGNED,
    /** Its signed form was countersigned. */
    COUNTERSIGNED,
    /** Its terms were accepted by a click. */
    CLICKED,
    /** There is a contract, or there should be, and nobody says how it came about. */
    UNSTATED,
    NONE;

    public Reason label() {
        return Reason.of("subprocessor.basis." + KebabCase.of(this));
    }
}
