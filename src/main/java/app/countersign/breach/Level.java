package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.math.BigDecimal;

/** How severe a breach is (ENISA): low &lt; 2 ≤ medium &lt; 3 ≤ high &lt; 4 ≤ very high. */
public enum Level {
    LOW("0"),
    MEDIUM("2"),
    HIGH("3"),
    VERY_HIGH("4");

    private final BigDecimal from;

    Level(String from) {
        this.from = new BigDecimal(from);
    }

    static Level of(BigDecimal score) {
        Level level = LOW;
        for (Level next : values()) {
            if (score.compareTo(next.from) >= 0) {
                level = next;
            }
        }
        return level;
    }

    /** Whether the risk for the persons is high, as Art. 34(1) GDPR and Art. 24(1) FADP ask. */
    public boolean isHighRisk() {
        return this == HIGH || this == VERY_HIGH;
    }

    public Reason label() {
        return Reason.of("breach.level." + KebabCase.of(this));
    }

    /** What persons have to reckon with, in a sentence. */
    public Reason meaning() {
        return Reason.of("breach.level-meaning." + KebabCase.of(this));
    }
}
