package app.countersign.terms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A technical or organisational measure as a template's annex states it.
 *
 * @param code the first of its clauses: {@code A-1-use-3}
 * @param clauses that state it, those within the ones named included, in the order of the words
 * @param title what we call it; the annex itself rarely does
 * @param goal of Art. 32(1) GDPR, as {@link MeasureCatalogue} calls it
 * @param category of Annex II to the standard contractual clauses, likewise
 * @param controls of ISO/IEC 27001:2022 Annex A, by number
 * @param names as the terms call what these clauses promise to repeat or maintain: {@code full-backup}
 * @param every how often the terms promise it anew; the shortest, where there are several
 * @param slack how much later than that its proof may come, since doing it takes time; zero unless it is said
 * @param review how often a person looks whether it is still so, in its own words
 */
public record StatedMeasure(
        String code,
        List<Clause> clauses,
        Wording title,
        String goal,
        String category,
        List<String> controls,
        List<String> names,
        Optional<Span> every,
        Optional<Span> slack,
        Optional<Span> review) {

    public StatedMeasure {
        clauses = List.copyOf(clauses);
        controls = List.copyOf(controls);
        names = List.copyOf(names);
    }

    public String title(Locale language) {
        return title.in(language);
    }

    /** How its clauses are cited, the first and those that are no part of another: {@code Anlage A Ziff. 1, …}. */
    public String label() {
        return clauses.get(0).label();
    }

    /** Its words, word for word, a line for each clause that has no others within. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (Clause clause : clauses) {
            if (clauses.stream().noneMatch(other -> other.id().startsWith(clause.id() + "-"))) {
                words.append(words.isEmpty() ? "" : "\n").append(clause.text());
            }
        }
        return words.toString();
    }
}
