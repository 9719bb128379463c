package app.countersign.inquiry;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** Who asks. */
@Dependent
class ConcealedAskers extends Concealed {

    ConcealedAskers() {
        super("inquiry", "id", "asker");
    }

    @Override
    protected String purpose(String key) {
        return purposeOf(key);
    }

    static String purposeOf(Object id) {
        return "inquiry-asker:" + id;
    }
}
