package app.countersign.breach;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;

/**
 * How severe a breach is, by ENISA's method (Recommendations for a methodology of the assessment of severity of personal
 * data breaches, 2013): {@code SE = DPC × EI + CB}. Exact: no binary fractions.
 *
 * <pre>{@code new Severity(Nature.FINANCIAL, 3, Ease.LIMITED, Loss.PARTIAL, Loss.NONE, Loss.NONE, true).score()  // 2.25}</pre>
 *
 * @param nature gives the first score of the processing context
 * @param context DPC, that score as it is adjusted to what is known: 1-4
 * @param ease EI
 * @param malicious whether somebody meant harm, which adds 0.5 to the circumstances
 */
public record Severity(
        Nature nature,
        int context,
        Ease ease,
        Loss confidentiality,
        Loss integrity,
        Loss availability,
        boolean malicious) {

    private static final int LEAST = 1;
    private static final int MOST = 4;
    private static final BigDecimal MALICE = new BigDecimal("0.5");

    /** @throws Invalid if the context lies outside 1-4 */
    public Severity {
        Objects.requireNonNull(nature);
        Objects.requireNonNull(ease);
        Objects.requireNonNull(confidentiality);
        Objects.requireNonNull(integrity);
        Objects.requireNonNull(availability);
        if (context < LEAST || context > MOST) {
            throw Invalid.field("context", Reason.of("breach.complaint.context", LEAST, MOST));
        }
    }

    /** Whether the context's score is another than the data's kind alone would give. */
    public boolean isAdjusted() {
        return context != nature.score();
    }

    /** CB: what was lost, and whether somebody meant it; 0-2. */
    public BigDecimal circumstances() {
        BigDecimal lost = confidentiality.weight().add(integrity.weight()).add(availability.weight());
        return malicious ? lost.add(MALICE) : lost;
    }

    /** SE, from 0.25 to 6. */
    public BigDecimal score() {
        return BigDecimal.valueOf(context).multiply(ease.weight()).add(circumstances());
    }

    public Level level() {
        return Level.of(score());
    }

    /** How the score comes about, as that language writes numbers: {@code 3 × 0.5 + 0.75 = 2.25}. */
    public String formula(Locale language) {
        DecimalFormat format = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(language));
        return context
                + " × "
                + format.format(ease.weight())
                + " + "
                + format.format(circumstances())
                + " = "
                + format.format(score());
    }
}
