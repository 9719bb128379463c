package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** How far a breach is. */
public enum BreachState {
    /** Something was noticed; whether personal data is compromised is being found out. No clock runs towards others. */
    SUSPECTED,
    /** We are aware (EDPB Guidelines 9/2022): the clocks run. */
    OPEN,
    /** It turned out to be none. */
    DISMISSED,
    /** All was done that had to be done. */
    CLOSED;

    public Reason label() {
        return Reason.of("breach.state." + KebabCase.of(this));
    }
}
