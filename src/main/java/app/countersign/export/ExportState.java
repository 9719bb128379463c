package app.countersign.export;

/** How far an archive has come. */
public enum ExportState {
    WAITING,
    BUILDING,
    READY,
    CANCELLED,
    FAILED,
    PURGED;

    /** Whether a job is at it, or will be. */
    public boolean isUnderWay() {
        return this == WAITING || this == BUILDING;
    }

    /** Whether it can be begun again. */
    public boolean isResumable() {
        return this == CANCELLED || this == FAILED || this == PURGED;
    }
}
