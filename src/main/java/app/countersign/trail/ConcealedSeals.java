package app.countersign.trail;

import app.countersign.vault.Concealed;
import jakarta.enterprise.context.Dependent;

/** The seals of what was recorded a moment ago, and of what can't be chained: the chained have none. */
@Dependent
class ConcealedSeals extends Concealed {

    ConcealedSeals() {
        super("trail_entry", "id", "seal");
    }

    /** Whatever has a place has no seal any more, and the places are indexed. */
    @Override
    protected String among() {
        return "position is null";
    }

    @Override
    protected String purpose(String key) {
        return Writing.SEAL;
    }
}
