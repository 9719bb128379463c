package app.countersign.inquiry;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** Who asks. */
public enum InquiryKind {
    /** A person concerned: the law says by when it is answered (Art. 12(3) GDPR, Art. 25(7) FADP). */
    PERSON,
    /** A supervisory authority, which sets a day. */
    AUTHORITY,
    COURT,
    /** Such as for an audit. */
    CONTROLLER;

    public Reason label() {
        return Reason.of("inquiry.kind." + KebabCase.of(this));
    }
}
