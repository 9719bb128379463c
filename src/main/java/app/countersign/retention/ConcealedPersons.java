package app.countersign.retention;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** Whose data holds keep. */
@Dependent
class ConcealedPersons extends Concealed {

    ConcealedPersons() {
        super("retention_hold", "id", "person");
    }

    @Override
    protected String purpose(String key) {
        return purposeOf(key);
    }

    static String purposeOf(Object id) {
        return "retention-hold:" + id;
    }
}
