package app.countersign.access;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;
import java.util.UUID;

/** The secrets that people's authenticator apps share with us. */
@Dependent
class ConcealedFactors extends Concealed {

    ConcealedFactors() {
        super("second_factor", "account_id", "concealed");
    }

    @Override
    protected String purpose(String key) {
        return SecondFactor.purpose(UUID.fromString(key));
    }
}
