package app.countersign.contract;

/** How a contract ends. */
public enum EndKind {
    /** By notice, after the period that the contract names. */
    ORDINARY,
    /** At once, for a serious violation, or for a minor one that was not cured. */
    EXTRAORDINARY,
    /** Together with the contract on which it hangs. */
    WITH_MAIN_CONTRACT
}
