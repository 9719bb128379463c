package app.countersign.retention;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** What stores are opened with. */
@Dependent
class ConcealedStorePasswords extends Concealed {

    ConcealedStorePasswords() {
        super("retention_store", "id", "password");
    }

    @Override
    protected String purpose(String key) {
        return purposeOf(key);
    }

    static String purposeOf(Object id) {
        return "retention-store:" + id;
    }
}
