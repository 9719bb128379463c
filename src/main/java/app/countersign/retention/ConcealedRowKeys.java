package app.countersign.retention;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** The keys of batches that are yet to be settled. */
@Dependent
class ConcealedRowKeys extends Concealed {

    ConcealedRowKeys() {
        super("retention_batch", "id", "row_keys");
    }

    @Override
    protected String purpose(String key) {
        return purposeOf(key);
    }

    static String purposeOf(Object id) {
        return "retention-batch:" + id;
    }
}
