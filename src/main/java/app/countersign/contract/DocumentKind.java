package app.countersign.contract;

/** What a document of a contract is. */
public enum DocumentKind {
    ISSUED,
    COUNTERSIGNED,
    /** That the controller's data was returned and deleted, confirmed after the end. */
    DISPOSAL
}
