package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** What happens to a row at the end of its period. */
public enum Fate {
    DELETE,
    /** Named columns get values that say nothing of a person any more. */
    ANONYMISE,
    /** A column says that it must not be used any more, where deletion is barred (GDPR Art. 18, Okomo § 7). */
    BLOCK,
    /**
     * Nothing: the rows have to be kept until then, whatever another rule says, such as by a law on accounts. Such a rule
     * never runs; it keeps rows from the others.
     */
    KEEP;

    /** Whether rows stay, with other values. */
    public boolean keepsRows() {
        return this == ANONYMISE || this == BLOCK;
    }

    public Reason label() {
        return Reason.of("retention.fate." + KebabCase.of(this));
    }
}
