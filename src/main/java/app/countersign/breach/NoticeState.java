package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** How far a notice is. */
public enum NoticeState {
    /** Written, and not told yet. */
    DRAFT,
    /** Not told yet, and there is no address to which it could be mailed: somebody has to telephone. */
    UNMAILABLE,
    /** Waits for its turn among many. */
    QUEUED,
    /** Told. */
    SENT,
    /** It was mailed and could not be delivered after all: to be told in another way. */
    BOUNCED;

    public Reason label() {
        return Reason.of("notice.state." + KebabCase.of(this));
    }

    /** Whether whoever it is for has not been told it. */
    public boolean isOpen() {
        return this != SENT;
    }
}
