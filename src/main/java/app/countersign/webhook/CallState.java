package app.countersign.webhook;

/** Where a call stands. */
public enum CallState {
    WAITING,
    /** The receiver answered 2xx. */
    DELIVERED,
    /** Given up after days. */
    FAILED
}
