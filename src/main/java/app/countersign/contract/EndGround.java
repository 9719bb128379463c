package app.countersign.contract;

/** Why a contract may be ended without a notice period. */
public enum EndGround {
    /** So serious that nobody need wait. */
    SERIOUS_VIOLATION,
    /** Not cured within the time that was set for it. */
    MINOR_VIOLATION
}
