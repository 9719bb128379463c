package app.countersign.party;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** For what a person at an organisation is the one to reach. */
public enum ContactKind {
    GENERAL,
    LEGAL,
    PRIVACY,
    DPO,
    SIGNATORY,
    SECURITY;

    /** What people call it. */
    public Reason label() {
        return Reason.of("party.contact." + KebabCase.of(this));
    }
}
