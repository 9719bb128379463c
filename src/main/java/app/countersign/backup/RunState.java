package app.countersign.backup;

/** How far a run has come. */
public enum RunState {
    /** Somebody asked for it; it begins within seconds. */
    ASKED,
    WRITING,
    /** It is written, and is being restored to see that it can be. */
    VERIFYING,
    VERIFIED,
    FAILED;

    /** Whether somebody is at it. */
    boolean isUnderWay() {
        return this == WRITING || this == VERIFYING;
    }
}
