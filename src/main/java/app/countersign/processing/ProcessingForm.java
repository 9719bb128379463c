package app.countersign.processing;

import app.countersign.terms.Article28;
import app.countersign.terms.Clause;
import app.countersign.terms.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A category of processing: what one contract form says is done, for what, with which data of whom.
 *
 * @param contracts how many contracts in force were made with it
 */
public record ProcessingForm(Template template, long contracts) {

    /** What the record asks of a form, in this order. */
    static final List<Article28> ASKED =
            List.of(Article28.SUBJECT, Article28.NATURE, Article28.PURPOSE, Article28.DATA, Article28.PERSONS);

    /** The points on which a form has something to say. */
    public List<Article28> points() {
        return ASKED.stream()
                .filter(point -> !template.clauses(point).isEmpty())
                .toList();
    }

    /** The clauses for that point, in the nearest language that the form has. */
    public List<Clause> clauses(Article28 point, Locale language) {
        Map<String, Clause> words = template.clauses(language);
        return template.clauses(point).stream()
                .map(clause -> words.getOrDefault(clause.id(), clause))
                .toList();
    }

    /** What these say, each with its label. */
    public String text(Article28 point, Locale language) {
        return clauses(point, language).stream()
                .map(clause -> clause.text() + " (" + clause.label() + ")")
                .collect(Collectors.joining("\n"));
    }

    /** The data for which the contract says how long they are kept. */
    public List<String> data(Locale language) {
        return template.dataCategories(language).values().stream()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    public String title(Locale language) {
        return template.title(language);
    }
}
