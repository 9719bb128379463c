package app.countersign.subprocessor;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** What is about to change among the sub-processors. */
public enum ChangeKind {
    NEW,
    REPLACED,
    MOVED,
    ENDED;

    public Reason label() {
        return Reason.of("subprocessor.change." + KebabCase.of(this));
    }
}
