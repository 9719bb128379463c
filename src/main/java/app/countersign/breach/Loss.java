package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.math.BigDecimal;

/** How much of its confidentiality, integrity or availability the data has lost (ENISA, CB). */
public enum Loss {
    NONE("0"),
    PARTIAL("0.25"),
    FULL("0.5");

    private final BigDecimal weight;

    Loss(String weight) {
        this.weight = new BigDecimal(weight);
    }

    public BigDecimal weight() {
        return weight;
    }

    public Reason label() {
        return Reason.of("breach.loss." + KebabCase.of(this));
    }

    /** What that means for confidentiality, integrity or availability, in a sentence. */
    public Reason meaning(Harm of) {
        return Reason.of("breach.loss-meaning." + KebabCase.of(of) + "-" + KebabCase.of(this));
    }
}
