package app.countersign.desk.web;

import app.countersign.contract.ContractRecords;
import app.countersign.contract.TemplateVersion;
import app.countersign.kernel.web.Words;
import app.countersign.terms.Clause;
import app.countersign.terms.Law;
import app.countersign.terms.Template;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The clauses of the templates on offer: how they are cited, and which carry certain words. */
@RequestScoped
class Clauses {

    @Inject
    private ContractRecords records;

    @Inject
    private Law law;

    @Inject
    private Words words;

    /** A clause with the template that it belongs to. */
    record Found(TemplateVersion version, Template template, Clause clause) {}

    /** What the trail names {@code okomo-dpa 2-5} or {@code gdpr 33(1)}, as people cite it; as it is, if it is not found. */
    String label(String cited) {
        return law.label(cited, words.texts().language()).orElseGet(() -> ofTemplate(cited));
    }

    private String ofTemplate(String cited) {
        int space = cited.indexOf(' ');
        return records.templates().stream()
                .filter(version -> space > 0 && version.code().equals(cited.substring(0, space)))
                .findFirst()
                .flatMap(version -> Optional.ofNullable(clause(version, cited.substring(space + 1))))
                .map(Clause::label)
                .orElse(cited);
    }

    private Clause clause(TemplateVersion version, String id) {
        return records.template(version.id()).clauses(words.texts().language()).get(id);
    }

    /** At most that many that carry the words, in upper or lower case. */
    List<Found> with(String text, int most) {
        String sought = text.toLowerCase(Locale.ROOT);
        List<Found> found = new ArrayList<>();
        for (TemplateVersion version : records.templates()) {
            Template template = records.template(version.id());
            template.clauses(words.texts().language()).values().stream()
                    .filter(clause -> (clause.label() + " " + clause.heading() + " " + clause.text())
                            .toLowerCase(Locale.ROOT)
                            .contains(sought))
                    .forEach(clause -> found.add(new Found(version, template, clause)));
        }
        return found.stream().limit(most).toList();
    }
}
