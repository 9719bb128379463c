package app.countersign.mail;

/** What a mail that came in is. */
public enum IntakeKind {
    /** Written by somebody. */
    LETTER,
    /** Says that a mail of ours could not be delivered. */
    BOUNCE,
    /** Sent by a machine on its own: an absence note, a receipt. */
    AUTO_REPLY
}
