package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** Whether a sub-processor comes by personal data. */
public enum Personal {
    NONE,
    /** Only in some case that the register names. */
    CONDITIONAL,
    YES;

    public Reason label() {
        return Reason.of("subprocessor.personal." + KebabCase.of(this));
    }
}
