package app.countersign.accesslog;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** What somebody did without changing anything. */
public enum Act {
    SIGN_IN,
    SIGN_OUT,
    SIGN_IN_FAILED,
    /** After too many failures. */
    LOCKED,
    /** Asked for what is not theirs. */
    REFUSED,
    LIST,
    SEARCH,
    VIEW,
    /** Fetched a file. */
    DOWNLOAD,
    /** Took away many at once. */
    EXPORT;

    /** What people call it. */
    public Reason label() {
        return Reason.of("accesslog.act." + KebabCase.of(this));
    }
}
