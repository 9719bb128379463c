package app.countersign.inquiry;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** Whom inquiries are about. */
@Dependent
class ConcealedInquired extends Concealed {

    ConcealedInquired() {
        super("inquiry", "id", "person");
    }

    @Override
    protected String purpose(String key) {
        return purposeOf(key);
    }

    static String purposeOf(Object id) {
        return "inquiry-person:" + id;
    }
}
