package app.countersign.inquiry;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** How far an inquiry is. */
public enum InquiryState {
    /** Its clock runs, and it holds what it is about. */
    OPEN,
    ANSWERED;

    public Reason label() {
        return Reason.of("inquiry.state." + KebabCase.of(this));
    }
}
