package app.countersign.contract;

/** How far one contract of a run has come. */
public enum ItemState {
    WAITING,
    DONE,
    FAILED
}
