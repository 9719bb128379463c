package app.countersign.retention;

/** How we know what the controller wants. */
public enum ChosenHow {
    /** By the personal link. */
    LINK,
    /** Somebody of ours was told. */
    TOLD
}
