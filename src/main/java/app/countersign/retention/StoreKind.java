package app.countersign.retention;

/** How a store is reached. */
public enum StoreKind {
    /** A database, by JDBC. */
    JDBC,
    /** Files below a folder. */
    FOLDER,
    /** Only people can delete there; they have a deadline and bring proof. */
    MANUAL
}
