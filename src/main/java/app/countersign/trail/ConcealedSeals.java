package app.countersign.trail;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** The seals of what was recorded a moment ago, and of what can't be chained: the chained have none. */
@Dependent
class ConcealedSeals extends Concealed {

    ConcealedSeals() {
        super("trail_entry", "id", "seal");
    }

    @Override
    protected String purpose(String key) {
        return Writing.SEAL;
    }
}
