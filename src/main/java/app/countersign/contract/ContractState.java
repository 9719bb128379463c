package app.countersign.contract;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** Where a contract is in its life. */
public enum ContractState {
    /** Being prepared; nobody outside has seen it. */
    DRAFT,
    /** With the controller, to be signed. */
    ISSUED,
    /** Signed by the controller, to be checked. */
    RETURNED,
    /** Checked and sent back to the controller with a reason; may be signed again. */
    REFUSED,
    /** Checked and found right, to be countersigned. */
    ACCEPTED,
    /** Signed by both, waiting for another contract's date. */
    COUNTERSIGNED,
    IN_FORCE,
    /** Given up before it took effect, by a person or because its time ran out. */
    WITHDRAWN,
    TERMINATED;

    /** What people call the state. */
    public Reason label() {
        return Reason.of("contract.state." + KebabCase.of(this));
    }
}
