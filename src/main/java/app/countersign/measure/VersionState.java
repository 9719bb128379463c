package app.countersign.measure;

/** Where a version of a measure stands. */
public enum VersionState {
    PROPOSED,
    CURRENT,
    SUPERSEDED,
    REFUSED
}
