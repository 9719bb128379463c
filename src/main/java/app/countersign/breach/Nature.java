package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;

/** What kind of data a breach is about, which gives the first score of its processing context (ENISA, DPC). */
public enum Nature {
    /** Biographical data, contact details, education, family, work. */
    SIMPLE(1),
    /** Location, traffic, habits, preferences. */
    BEHAVIOURAL(2),
    /** Income, accounts, cards, invoices, credit. */
    FINANCIAL(3),
    /** Health, belief, politics, sexual life, and whatever else Art. 9 GDPR names. */
    SENSITIVE(4);

    private final int score;

    Nature(int score) {
        this.score = score;
    }

    /** From 1 to 4, before the context is looked at. */
    public int score() {
        return score;
    }

    public Reason label() {
        return Reason.of("breach.nature." + KebabCase.of(this));
    }

    /** What is meant by it, in a sentence. */
    public Reason meaning() {
        return Reason.of("breach.nature-meaning." + KebabCase.of(this));
    }
}
