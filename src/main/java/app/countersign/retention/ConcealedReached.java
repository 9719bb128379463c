package app.countersign.retention;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** The last key that a run has come to. */
@Dependent
class ConcealedReached extends Concealed {

    ConcealedReached() {
        super("retention_run", "id", "reached");
    }

    @Override
    protected String purpose(String key) {
        return purposeOf(key);
    }

    static String purposeOf(Object id) {
        return "retention-run:" + id;
    }
}
