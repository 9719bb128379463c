package app.countersign.subprocessor;

import app.countersign.terms.Span;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import java.util.List;
import java.util.Optional;

/**
 * What a contract demands before a sub-processor changes, by its {@code engage} terms.
 *
 * @param clause that says so, by its id; a citation of the law where the contract is silent
 * @param label the clause as people cite it
 * @param asks whether the controller's answer counts; otherwise it is only told
 * @param silence whether the change may go ahead if the controller says nothing
 * @param notice how long ahead it must be told; empty where the contract names no time
 */
public record EngageRule(String clause, String label, boolean asks, boolean silence, Optional<Span> notice) {

    /** Art. 28(2) GDPR: no other processor without authorisation. */
    static final String LAW = "gdpr 28(2)";

    /**
     * The rule of that form.
     *
     * @param further whether it is a sub-processor's own sub-processor
     */
    public static EngageRule of(Template template, ChangeKind kind, boolean further) {
        List<Term> terms = template.terms("engage");
        Optional<Term> told = terms.stream().filter(EngageRule::isWindow).findFirst();
        Optional<Term> chain = terms.stream()
                .filter(term -> further && term.says("chain", "consent"))
                .findFirst();
        Optional<Term> general = terms.stream().findFirst();
        if (kind == ChangeKind.ENDED) {
            // Less processing needs nobody's leave; it is told all the same.
            return told.or(() -> general).map(term -> of(term, false, true)).orElse(byLaw(kind));
        }
        return chain.map(term -> of(term, true, false))
                .or(() -> told.map(term -> of(term, true, true)))
                .or(() -> general.map(term -> of(term, true, false)))
                .orElse(byLaw(kind));
    }

    /** A clause that lets a told change go ahead unless the controller objects in time. */
    private static boolean isWindow(Term term) {
        return term.says("change", "told") && !term.symbols("object-until").isEmpty();
    }

    private static EngageRule of(Term term, boolean asks, boolean silence) {
        Optional<Span> notice = asks ? term.span("notice") : Optional.empty();
        return new EngageRule(term.clause().id(), term.clause().label(), asks, silence, notice);
    }

    /** Where no contract says anything, or what it says can't be read. */
    public static EngageRule byLaw(ChangeKind kind) {
        boolean asks = kind != ChangeKind.ENDED;
        return new EngageRule(LAW, LAW, asks, !asks, Optional.empty());
    }

    /** The same where a place demands consent, whatever the rule on sub-processors lets pass in silence. */
    public EngageRule withConsentFor(Placing placing, String cited) {
        return placing.verdict() == Verdict.NEEDS_CONSENT && asks && silence
                ? new EngageRule(placing.clause().orElse(clause), cited, true, false, notice)
                : this;
    }
}
