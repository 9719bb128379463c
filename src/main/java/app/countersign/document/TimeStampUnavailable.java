package app.countersign.document;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;

/** The time-stamp authority gave no usable answer. Nothing was sealed; the same call may be made again later. */
public class TimeStampUnavailable extends Refused {

    private static final long serialVersionUID = 1L;

    TimeStampUnavailable(Reason reason, Throwable cause) {
        super(reason);
        initCause(cause);
    }
}
