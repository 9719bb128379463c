package app.countersign.measure;

/** What kind of evidence it is. */
public enum EvidenceKind {
    FILE,
    STATEMENT,
    LINK,
    FACT,
    PROBE
}
