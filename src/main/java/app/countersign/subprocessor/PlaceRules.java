package app.countersign.subprocessor;

import app.countersign.kernel.Country;
import app.countersign.kernel.Reason;
import app.countersign.terms.Adequacy;
import app.countersign.terms.AdequacyList;
import app.countersign.terms.AdequacyList.Decision;
import app.countersign.terms.Clause;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether data may be processed at a place: by the {@code place} terms of one contract form, and by the lists of adequate
 * countries of each law under which the data goes out.
 */
public final class PlaceRules {

    private final List<Term> terms;
    private final Adequacy adequacy;

    private PlaceRules(List<Term> terms, Adequacy adequacy) {
        this.terms = terms;
        this.adequacy = adequacy;
    }

    public static PlaceRules of(Template template, Adequacy adequacy) {
        return new PlaceRules(template.terms("place"), adequacy);
    }

    /** What the law alone says, where no contract is to be looked at. */
    public static PlaceRules ofLaw(Adequacy adequacy) {
        return new PlaceRules(List.of(), adequacy);
    }

    /** The worst that any of the terms says. */
    public Placing judge(Country country, Footing footing) {
        return terms.stream()
                .map(term -> judge(term, country, footing))
                .max(Comparator.comparing(Placing::verdict))
                .orElseGet(() -> byLaw(country, footing, Optional.empty()));
    }

    private Placing judge(Term term, Country country, Footing footing) {
        Clause clause = term.clause();
        if (names(term, "never", country)) {
            return said(country, Verdict.FORBIDDEN, "subprocessor.place.never", clause);
        }
        if (names(term, "within", country)) {
            return said(country, Verdict.FOUNDED, "subprocessor.place.within", clause);
        }
        if (term.symbols("elsewhere").isEmpty()) {
            return said(country, Verdict.FORBIDDEN, "subprocessor.place.outside", clause);
        }
        Placing carried = term.says("elsewhere", "safeguards")
                ? byLaw(country, footing, Optional.of(clause))
                : said(country, Verdict.FOUNDED, "subprocessor.place.elsewhere", clause);
        boolean asks = term.says("elsewhere", "consent") || term.says("elsewhere", "annex");
        return carried.verdict() == Verdict.FOUNDED && asks && !footing.accepted()
                ? said(country, Verdict.NEEDS_CONSENT, "subprocessor.place.consent", clause)
                : carried;
    }

    private static boolean names(Term term, String key, Country country) {
        return term.places(key)
                .filter(places -> places.contains(country.code()))
                .isPresent();
    }

    private static Placing said(Country country, Verdict verdict, String key, Clause clause) {
        return Placing.of(country, verdict, Reason.of(key, country, clause.label()), Optional.of(clause.id()));
    }

    /** Every law under which data goes out must carry it. */
    private Placing byLaw(Country country, Footing footing, Optional<Clause> clause) {
        return adequacy.listsOf(footing.exporters()).stream()
                .map(list -> byList(list, country, footing, clause))
                .max(Comparator.comparing(Placing::verdict)
                        .thenComparing(placing -> placing.until().orElse(LocalDate.MAX), Comparator.reverseOrder()))
                .orElseGet(() -> Placing.of(
                        country, Verdict.UNFOUNDED, unfounded(country, "–", clause), clause.map(Clause::id)));
    }

    private static Placing byList(AdequacyList list, Country country, Footing footing, Optional<Clause> clause) {
        Optional<String> cited = clause.map(Clause::id);
        if (list.exporters().contains(country.code())) {
            return Placing.of(
                    country, Verdict.FOUNDED, Reason.of("subprocessor.place.no-transfer", country, list.name()), cited);
        }
        if (footing.isCarried()) {
            return Placing.of(
                    country, Verdict.FOUNDED, Reason.of("subprocessor.place.carried", country, list.name()), cited);
        }
        Optional<Decision> decision = list.covering(country.code(), footing.certifications(), footing.day());
        return decision.map(found -> new Placing(
                        country,
                        Verdict.FOUNDED,
                        Reason.of("subprocessor.place.adequate", country, list.name(), found.source()),
                        cited,
                        found.until()))
                .orElseGet(
                        () -> Placing.of(country, Verdict.UNFOUNDED, unfounded(country, list.name(), clause), cited));
    }

    private static Reason unfounded(Country country, String list, Optional<Clause> clause) {
        return clause.map(one -> Reason.of("subprocessor.place.unfounded-by", country, list, one.label()))
                .orElseGet(() -> Reason.of("subprocessor.place.unfounded", country, list));
    }
}
