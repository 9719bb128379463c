package app.countersign.mail;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** How far a mail that came in has been dealt with. */
public enum IntakeState {
    /** Recorded, to be looked at by the application. */
    NEW,
    /** Fits nothing that the application could do with it: a person decides. */
    WAITING,
    /** Its files are where they belong. */
    FILED,
    /** Recorded; nothing follows. */
    NOTED,
    /** A person found that nothing follows. */
    DISMISSED;

    /** What people call it. */
    public Reason label() {
        return Reason.of("mail.intake.state." + KebabCase.of(this));
    }
}
