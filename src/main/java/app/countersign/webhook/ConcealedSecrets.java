package app.countersign.webhook;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** What calls are signed with. */
@Dependent
class ConcealedSecrets extends Concealed {

    ConcealedSecrets() {
        super("webhook", "id", "secret");
    }

    @Override
    protected String purpose(String key) {
        return purposeOf(key);
    }

    static String purposeOf(Object id) {
        return "webhook:" + id;
    }
}
