package app.countersign.contract;

import app.countersign.deadline.Citing;
import app.countersign.terms.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Cites the clauses of the templates on offer: {@code okomo-dpa 10-1}. */
@ApplicationScoped
class ClausesCited implements Citing {

    @Inject
    private TemplateVersions versions;

    @Override
    public Optional<String> label(String clause, Locale language) {
        int space = clause.indexOf(' ');
        return Optional.of(clause)
                .filter(cited -> space > 0)
                .flatMap(cited -> versions.current(cited.substring(0, space)))
                .map(versions::template)
                .map(template -> template.clauses(language).get(clause.substring(space + 1)))
                .map(Clause::label);
    }
}
