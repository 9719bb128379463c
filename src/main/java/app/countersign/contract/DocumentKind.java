package app.countersign.contract;

/** What a document of a contract is. */
public enum DocumentKind {
    ISSUED,
    COUNTERSIGNED,
    /** The paper of a contract that was concluded elsewhere, byte for byte as it was brought. */
    CONCLUDED,
    /** That the controller's data was returned and deleted, confirmed after the end. */
    DISPOSAL;

    /** Whether both parties' signatures stand in it. */
    public boolean isSigned() {
        return this == COUNTERSIGNED || this == CONCLUDED;
    }
}
