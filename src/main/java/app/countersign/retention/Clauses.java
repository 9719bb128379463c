package app.countersign.retention;

import app.countersign.contract.TemplateVersions;
import app.countersign.terms.Clause;
import app.countersign.terms.Law;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** How people cite what the trail cites. */
@ApplicationScoped
class Clauses {

    @Inject
    private TemplateVersions versions;

    @Inject
    private Law law;

    /** {@code okomo-dpa 4-3} as "§ 4 Abs. 3", {@code dsv 15(4)} as "Art. 15 Abs. 4 DSV"; whatever else as it is. */
    String label(String cited, Locale language) {
        return law.label(cited, language)
                .or(() -> template(cited)
                        .flatMap(template -> Optional.ofNullable(
                                template.clauses(language).get(cited.substring(cited.indexOf(' ') + 1))))
                        .map(Clause::label))
                .orElse(cited);
    }

    /** The template that is cited, as it is on offer now. */
    Optional<Template> template(String cited) {
        int space = cited.indexOf(' ');
        return space < 1
                ? Optional.empty()
                : versions.current(cited.substring(0, space)).map(versions::template);
    }
}
