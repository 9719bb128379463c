package app.countersign.retention;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** Whose data is being erased. */
@Dependent
class ConcealedErasures extends Concealed {

    ConcealedErasures() {
        super("retention_erasure", "id", "persons");
    }

    @Override
    protected String purpose(String key) {
        return purposeOf(key);
    }

    static String purposeOf(Object id) {
        return "retention-erasure:" + id;
    }
}
