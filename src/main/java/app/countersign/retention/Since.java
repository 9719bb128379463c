package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** From when a period counts. */
public enum Since {
    /** When it was stored: a column says it. */
    STORED,
    /** When something happened: another column says it. */
    EVENT,
    /** The last day of the contract with the controller whose data it is. */
    CONTRACT_END,
    /** When somebody asks for it; such a rule runs with a request and never by itself. */
    REQUEST;

    /** Whether each row says itself when its period began. */
    public boolean isByRow() {
        return this == STORED || this == EVENT;
    }

    public Reason label() {
        return Reason.of("retention.since." + KebabCase.of(this));
    }
}
