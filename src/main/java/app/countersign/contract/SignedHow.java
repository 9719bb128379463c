package app.countersign.contract;

/** In which way a person has signed. */
public enum SignedHow {
    TYPED,
    DRAWN,
    /** On paper; somebody of ours has entered it. */
    ON_PAPER,
    /** In a file that came back filled in. */
    SENT_BACK
}
