package app.countersign.terms;

/** What may stand under a key of a term. */
public enum Shape {
    /** ISO 8601, or {@code without-delay}. */
    SPAN,
    /** ISO 3166 alpha-2 codes, and the groups EU and EEA. */
    COUNTRIES,
    /** Who is told: a role of the vocabulary. */
    RECIPIENTS,
    /** Words that the vocabulary lists for this key. */
    SYMBOLS,
    /** Names that the template itself puts into words under {@code names:}. */
    NAMES,
    /** A number above zero. */
    QUANTITY,
    /** Whole numbers from 1 to 100. */
    PERCENTAGES
}
