package app.countersign.measure;

/** What a version promises against the one before. */
public enum Level {
    FIRST,
    KEPT,
    RAISED,
    LOWERED
}
