package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** Whether a controller is concerned by a breach. */
public enum ConcernState {
    /** By its contract. Its clocks run, and a person is yet to look. */
    FOUND,
    /** A person looked, and it is so. */
    CONFIRMED,
    /** A person looked, and it is not. */
    EXCLUDED;

    public Reason label() {
        return Reason.of("breach.concern." + KebabCase.of(this));
    }
}
