package app.countersign.terms;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code terms.yaml} says, read and judged.
 *
 * @param fields of the words, in order, each with the template's own label or null where the application has one
 */
record TermsFile(
        String version,
        Wording title,
        String processor,
        String prefix,
        Locale binding,
        Conclusion conclusion,
        Unsigned unsigned,
        List<Term> terms,
        List<Contradiction> contradictions,
        Map<Article28, List<Clause>> coverage,
        Map<String, Wording> fields) {}
