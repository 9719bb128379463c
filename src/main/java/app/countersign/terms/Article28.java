package app.countersign.terms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Art. 28 GDPR demands of a processing contract; a template names the clauses for each. */
public enum Article28 {
    SUBJECT("28(3)"),
    DURATION("28(3)"),
    NATURE("28(3)"),
    PURPOSE("28(3)"),
    DATA("28(3)"),
    PERSONS("28(3)"),
    SUB_PROCESSORS("28(2)"),
    SUB_PROCESSOR_DUTIES("28(4)"),
    A("28(3)(a)"),
    B("28(3)(b)"),
    C("28(3)(c)"),
    D("28(3)(d)"),
    E("28(3)(e)"),
    F("28(3)(f)"),
    G("28(3)(g)"),
    H("28(3)(h)");

    private final String paragraph;

    Article28(String paragraph) {
        this.paragraph = paragraph;
    }

    /** {@code 28(3)(a)}. */
    public String paragraph() {
        return paragraph;
    }

    /** As a terms file writes it under {@code article-28}: {@code sub-processors}, {@code a}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Article28> of(String key) {
        return Arrays.stream(values()).filter(point -> point.key().equals(key)).findFirst();
    }
}
