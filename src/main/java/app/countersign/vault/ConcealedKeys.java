package app.countersign.vault;

import jakarta.enterprise.context.Dependent;

/** The vault's own keys. */
@Dependent
class ConcealedKeys extends Concealed {

    ConcealedKeys() {
        super("vault_key", "name", "concealed");
    }

    @Override
    protected String purpose(String key) {
        return key;
    }
}
