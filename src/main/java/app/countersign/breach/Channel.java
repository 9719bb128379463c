package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** How an authority was told. */
public enum Channel {
    PORTAL,
    MAIL,
    POST,
    TELEPHONE;

    public Reason label() {
        return Reason.of("breach.channel." + KebabCase.of(this));
    }
}
