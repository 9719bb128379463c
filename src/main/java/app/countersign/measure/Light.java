package app.countersign.measure;

/** How a measure stands. */
public enum Light {
    PROVEN,
    DUE,
    UNPROVEN
}
