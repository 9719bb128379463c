package app.countersign.breach;

/**
 * How somebody judges a breach, as it was typed: each choice in kebab case.
 *
 * @param nature {@code simple}, {@code behavioural}, {@code financial}, {@code sensitive}
 * @param context the score that it gets in this context, 1-4; null for the one of its kind
 * @param contextReason why it is another than that; may be empty where it is not
 * @param ease {@code negligible}, {@code limited}, {@code significant}, {@code maximum}
 * @param easeReason why; may be empty
 * @param confidentiality {@code none}, {@code partial}, {@code full}; like the next two empty for {@code none}
 * @param malicious whether somebody meant harm
 * @param circumstancesReason why; may be empty
 * @param unintelligible whether nobody can read the data who must not, as when it is encrypted
 */
public record Assessment(
        String nature,
        Integer context,
        String contextReason,
        String ease,
        String easeReason,
        String confidentiality,
        String integrity,
        String availability,
        boolean malicious,
        String circumstancesReason,
        boolean unintelligible) {

    /** @throws app.countersign.kernel.Invalid with a complaint for the first choice that is none */
    public Severity severity() {
        Nature kind = Typed.constant("nature", Nature.class, nature);
        return new Severity(
                kind,
                context == null ? kind.score() : context,
                Typed.constant("ease", Ease.class, ease),
                loss("confidentiality", confidentiality),
                loss("integrity", integrity),
                loss("availability", availability),
                malicious);
    }

    private static Loss loss(String field, String word) {
        return word == null || word.isBlank() ? Loss.NONE : Typed.constant(field, Loss.class, word);
    }
}
