package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** Whom a controller may have to tell of a breach. */
public enum Recipient {
    /** Art. 33(1) GDPR, Art. 24(1) FADP. */
    AUTHORITY(BreachClocks.AUTHORITY),
    /** Art. 34(1) GDPR, Art. 24(4) FADP. */
    PERSONS(BreachClocks.PERSONS);

    private final String deadline;

    Recipient(String deadline) {
        this.deadline = deadline;
    }

    /** The kind of the deadlines by which it is told. */
    String deadline() {
        return deadline;
    }

    public Reason label() {
        return Reason.of("breach.recipient." + KebabCase.of(this));
    }
}
