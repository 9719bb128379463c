package app.countersign.announcement;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** Where subscribers are written to. */
@Dependent
class ConcealedSubscribers extends Concealed {

    ConcealedSubscribers() {
        super("subscriber", "id", "address");
    }

    @Override
    protected String purpose(String key) {
        return purposeOf(key);
    }

    static String purposeOf(Object id) {
        return "subscriber:" + id;
    }
}
