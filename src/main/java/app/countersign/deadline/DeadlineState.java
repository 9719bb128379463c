package app.countersign.deadline;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** Where a deadline stands. */
public enum DeadlineState {
    RUNNING,
    /** Ended in time. */
    MET,
    /** Ended after the period had expired, with the reason for it. */
    MET_LATE,
    /** Due, and not ended: it escalates until somebody takes note. */
    OVERDUE,
    /** Given up by a person, with the reason. */
    WAIVED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == RUNNING || this == OVERDUE;
    }

    /** What people call the state. */
    public Reason label() {
        return Reason.of("deadline.state." + KebabCase.of(this));
    }
}
