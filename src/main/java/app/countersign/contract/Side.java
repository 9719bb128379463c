package app.countersign.contract;

/** One of the two parties of a contract. */
public enum Side {
    CONTROLLER,
    PROCESSOR
}
