package app.countersign.retention;

/** What the controller wants done with its data. */
public enum DisposalChoice {
    /** Handed over, and then deleted. */
    RETURN,
    DELETE
}
