package app.countersign.retention;

/** What became of a batch. */
public enum BatchState {
    /** Written down before its store was asked to commit it. */
    INTENDED,
    /** Committed there. */
    DONE,
    /** Never committed there; its rows were taken by a later one. */
    VOID
}
