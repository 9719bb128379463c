package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** How an engagement stands on a day. */
public enum EngagementState {
    PLANNED,
    CURRENT,
    ENDED;

    public Reason label() {
        return Reason.of("subprocessor.state." + KebabCase.of(this));
    }
}
