package app.countersign.party;

/** For what a person at an organisation is the one to reach. */
public enum ContactKind {
    GENERAL,
    LEGAL,
    PRIVACY,
    DPO,
    SIGNATORY,
    SECURITY
}
