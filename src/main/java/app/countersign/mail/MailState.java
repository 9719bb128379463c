package app.countersign.mail;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** Where a mail is on its way out. */
public enum MailState {
    /** To be delivered at its next attempt's time. */
    WAITING,
    /** Claimed by an instance; back to waiting if that instance dies. */
    SENDING,
    /** Taken over by the mail server. */
    SENT,
    /** Given up after days, or refused for good. A person can send it again. */
    FAILED,
    /** Taken over by a mail server, and come back: the recipient's server would not have it. */
    BOUNCED;

    /** What people call it. */
    public Reason label() {
        return Reason.of("mail.state." + KebabCase.of(this));
    }
}
