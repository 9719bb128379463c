package app.countersign.retention;

import app.countersign.contract.TemplateVersions;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Span;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that the templates on offer ask for: their {@code retain} terms that say for how long. */
@ApplicationScoped
class Proposals {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Organisations organisations;

    @Inject
    private Rules rules;

    List<Proposal> all(Locale language) {
        List<Rule> known = rules.all();
        List<Decision> decisions = decisions();
        List<Proposal> proposals = new ArrayList<>();
        for (Template template :
                versions.current().stream().map(versions::template).toList()) {
            Optional<Organisation> processor = organisations.byCode(template.processor());
            List<Term> terms = template.terms("retain").stream()
                    .filter(term -> term.span("for").isPresent())
                    .toList();
            processor.ifPresent(one -> terms.forEach(
                    term -> proposals.add(proposal(template, one, term, terms, known, decisions, language))));
        }
        return proposals;
    }

    private static Proposal proposal(
            Template template,
            Organisation processor,
            Term term,
            List<Term> all,
            List<Rule> known,
            List<Decision> decisions,
            Locale language) {
        String clause = template.code() + " " + term.clause().id();
        List<String> data = term.symbols("data");
        List<Span> periods = Stream.of("for", "or-for")
                .flatMap(key -> term.span(key).stream())
                .toList();
        Optional<Decision> decided = decisions.stream()
                .filter(one -> one.processorId().equals(processor.id())
                        && one.template().equals(template.code())
                        && data.contains(one.category()))
                .findFirst();
        boolean fulfilled = known.stream()
                .anyMatch(rule -> rule.processorId().equals(processor.id())
                        && rule.clause().equals(clause)
                        && periods.stream()
                                .anyMatch(period ->
                                        period.toString().equals(rule.period().toString()))
                        && rule.details().categories().stream().anyMatch(data::contains));
        return new Proposal(
                processor.id(),
                processor.name(),
                data,
                data.stream()
                        .map(name -> template.dataCategories(language).getOrDefault(name, name))
                        .collect(Collectors.joining(", ")),
                clause,
                term.clause().label(),
                term.source()
                        .map(source -> source.title(language)
                                + source.passage().map(passage -> " " + passage).orElse(""))
                        .orElse(""),
                periods,
                since(term),
                term.symbol("since").orElse(""),
                fulfilled,
                all.stream().anyMatch(other -> contradict(term, other)),
                decided);
    }

    /** The same data, counted from the same event, for another time. */
    static boolean contradict(Term one, Term other) {
        boolean same = one.symbols("data").stream().anyMatch(other.symbols("data")::contains)
                && one.symbol("since").equals(other.symbol("since"));
        return same
                && !one.span("for").map(Span::toString).equals(other.span("for").map(Span::toString));
    }

    static Since since(Term term) {
        return switch (term.symbol("since").orElse("stored")) {
            case "contract-end" -> Since.CONTRACT_END;
            case "request" -> Since.REQUEST;
            case "stored" -> Since.STORED;
            default -> Since.EVENT;
        };
    }

    List<Decision> decisions() {
        return entities.createQuery("select d from RetentionDecision d order by d.decidedAt desc", Decision.class)
                .getResultList();
    }

    void add(Decision decision) {
        entities.persist(decision);
    }
}
