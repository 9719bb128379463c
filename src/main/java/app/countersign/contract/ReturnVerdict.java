package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** What a returned file is, compared with the form that was sent out. */
public enum ReturnVerdict {
    /** Our form, filled in and otherwise as it was. */
    HONEST,
    /** Perhaps our form: a machine can't tell. */
    DOUBTFUL,
    /** Our form with other words, or something laid over them. */
    ALTERED,
    /** No PDF that could be read. */
    UNREADABLE;

    /** What people call it. */
    public Reason label() {
        return Reason.of("contract.return.verdict." + KebabCase.of(this));
    }
}
