package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** What became of a returned file. */
public enum ReturnState {
    /** A person has to decide. */
    WAITING,
    /** What was filled in stands in the contract. */
    TAKEN,
    /** The controller was told why not. */
    REFUSED,
    /** Kept, and nothing follows. */
    KEPT;

    /** What people call it. */
    public Reason label() {
        return Reason.of("contract.return.state." + KebabCase.of(this));
    }
}
