package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** How far a deletion by hand is. */
public enum HandDeletionState {
    OPEN,
    DONE,
    /** Somebody has decided, with a reason, that it need not be done. */
    DROPPED;

    public Reason label() {
        return Reason.of("deletion.state." + KebabCase.of(this));
    }
}
