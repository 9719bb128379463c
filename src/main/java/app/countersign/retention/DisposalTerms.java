package app.countersign.retention;

import app.countersign.terms.Span;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a template says of the data of a contract that has ended: who chooses what, and by when nothing may be left.
 *
 * <p>Where the words count from the contract's end, that is it. Where they count from storage, the last data was stored
 * on the last day, so that the longest of those periods, counted from there, is the latest day.
 */
record DisposalTerms(Template template) {

    /** By when nothing may be left. */
    record Limit(LocalDate day, Span span, Term term) {}

    /** The clause by which the controller chooses; empty where the words offer nothing. */
    Optional<Term> offer() {
        List<Term> offers = template.terms("return");
        return offers.stream()
                .filter(term -> term.symbols("offer").size() > 1)
                .findFirst()
                .or(() -> offers.stream().findFirst());
    }

    /** The periods between which the parties agree in each contract; empty where the words leave no choice. */
    List<Span> alternatives() {
        return deleting().stream()
                .filter(term ->
                        term.says("by", "agreement") && term.span("or-for").isPresent())
                .findFirst()
                .map(DisposalTerms::spans)
                .orElse(List.of());
    }

    /**
     * @param agreed what was agreed; as long as nobody has said, the shorter of the periods counts
     * @return empty where the words name no period
     */
    Optional<Limit> limit(LocalDate endedOn, Optional<Span> agreed) {
        List<Term> terms = deleting();
        List<Span> alternatives = alternatives();
        if (!alternatives.isEmpty()) {
            Term term = terms.stream()
                    .filter(one -> spans(one).equals(alternatives))
                    .findFirst()
                    .orElseThrow();
            return agreed.filter(alternatives::contains)
                    .or(() -> alternatives.stream().min(Comparator.comparing(span -> endedOn.plus(span.period()))))
                    .map(span -> new Limit(endedOn.plus(span.period()), span, term));
        }
        return terms.stream()
                .flatMap(term -> spans(term).stream().map(span -> new Limit(endedOn.plus(span.period()), span, term)))
                .max(Comparator.comparing(Limit::day));
    }

    /** What goes only once somebody asks the one who keeps it, such as a service that no program of ours reaches. */
    List<Term> onRequest() {
        return template.terms("retain").stream()
                .filter(term ->
                        term.says("since", "request") && term.span("for").isPresent())
                .toList();
    }

    /** The clause by which accounts are blocked and exports stopped as soon as the contract has ended. */
    Optional<Term> blocking() {
        return template.terms("return").stream()
                .filter(term -> term.says("accounts", "blocked") || term.says("exports", "stopped"))
                .findFirst();
    }

    /** What outlives a deletion for a while, such as backups, and for how long. */
    List<Term> kept() {
        return template.terms().stream()
                .filter(term -> term.span("keep").isPresent())
                .toList();
    }

    /** Words about other documents, such as the statement on our own site, say nothing of the controller's data here. */
    private List<Term> deleting() {
        List<Term> terms = template.terms("retain").stream()
                .filter(term -> term.says("then", "delete") && term.source().isEmpty())
                .filter(term -> !spans(term).isEmpty())
                .toList();
        List<Term> sinceEnd = since(terms, "contract-end");
        return sinceEnd.isEmpty() ? since(terms, "stored") : sinceEnd;
    }

    private static List<Term> since(List<Term> terms, String event) {
        return terms.stream().filter(term -> term.says("since", event)).toList();
    }

    private static List<Span> spans(Term term) {
        List<Span> spans = new ArrayList<>();
        term.span("for").filter(span -> span.period() != null).ifPresent(spans::add);
        term.span("or-for").filter(span -> span.period() != null).ifPresent(spans::add);
        return spans;
    }
}
