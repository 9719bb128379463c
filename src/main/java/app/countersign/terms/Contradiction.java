package app.countersign.terms;

import java.util.List;
import java.util.Locale;

/**
 * Where a document contradicts itself, another one or the law. It is shown to a person and never settled in code.
 *
 * @param clauses of this template that are concerned
 */
public record Contradiction(List<Clause> clauses, Wording wording) {

    public Contradiction {
        clauses = List.copyOf(clauses);
    }

    public String in(Locale language) {
        return wording.in(language);
    }
}
