package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.math.BigDecimal;

/** How easily whoever has the data finds out whose it is (ENISA, EI). */
public enum Ease {
    NEGLIGIBLE("0.25"),
    LIMITED("0.5"),
    SIGNIFICANT("0.75"),
    MAXIMUM("1");

    private final BigDecimal weight;

    Ease(String weight) {
        this.weight = new BigDecimal(weight);
    }

    public BigDecimal weight() {
        return weight;
    }

    public Reason label() {
        return Reason.of("breach.ease." + KebabCase.of(this));
    }

    /** What is meant by it, in a sentence. */
    public Reason meaning() {
        return Reason.of("breach.ease-meaning." + KebabCase.of(this));
    }
}
