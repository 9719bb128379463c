package app.countersign.kernel;

import jakarta.ejb.ApplicationException;

/** An act that a rule does not allow. Nothing was changed: the transaction rolls back. */
@ApplicationException(inherited = true, rollback = true)
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public Refused(Reason reason) {
        super(reason.key());
        this.reason = reason;
    }

    public static Refused because(String key, Object... args) {
        return new Refused(Reason.of(key, args));
    }

    public Reason reason() {
        return reason;
    }
}
