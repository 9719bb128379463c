package app.countersign.contract;

/** What a document of a contract is. */
public enum DocumentKind {
    ISSUED,
    COUNTERSIGNED
}
