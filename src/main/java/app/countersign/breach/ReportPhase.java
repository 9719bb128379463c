package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** Information may come in phases (Art. 33(4) GDPR, Art. 15(2) DPO-CH). */
public enum ReportPhase {
    INITIAL,
    FURTHER,
    /** Nothing more is to come; also the first, where everything is known at once. */
    FINAL;

    public Reason label() {
        return Reason.of("breach.phase." + KebabCase.of(this));
    }
}
