package app.countersign.importing;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** What can be imported. */
public enum ImportKind {
    SUB_PROCESSORS,
    MEASURES,
    CONTRACTS;

    public Reason label() {
        return Reason.of("importing.kind." + KebabCase.of(this));
    }
}
