package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** With what a value is replaced that says something of a person. */
public enum Replacing {
    /** With nothing. */
    NULL,
    /** With the same text in every row. */
    CONSTANT,
    /** A day with the first of its month. */
    MONTH,
    /** A day with the first of its year. */
    YEAR,
    /** With a keyed hash: equal values stay equal, and nobody without the key can tell what they were. */
    HASH;

    public boolean isOfTime() {
        return this == MONTH || this == YEAR;
    }

    public Reason label() {
        return Reason.of("retention.replacing." + KebabCase.of(this));
    }
}
