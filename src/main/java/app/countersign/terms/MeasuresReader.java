package app.countersign.terms;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads {@code measures.yaml}: which clauses of the annex state which measure. What they say and how often they promise
 * it stands in words and terms and is not said twice. Every clause of the annex belongs to one measure, or to the
 * preface.
 */
final class MeasuresReader {

    static final String FILE = StatedMeasures.FILE;

    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("annex", "preface", "review", "prove", "measures"));
    private static final Set<String> MEASURE =
            new LinkedHashSet<>(List.of("clause", "title", "goal", "category", "controls", "review", "slack"));
    private static final Set<String> NEEDED = new LinkedHashSet<>(List.of("clause", "title", "goal", "category"));
    private static final Set<String> PROMISES = Set.of("repeat", "maintain");
    private static final ZonedDateTime SOME_DAY = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Entry root;
    private final Map<String, Clause> clauses;
    private final List<Term> terms;
    private final List<Flaw> flaws;
    private final MeasureCatalogue catalogue = MeasureCatalogue.ours();
    private final Map<String, String> taken = new LinkedHashMap<>();

    /** @param clauses of the words that are cited, by id */
    MeasuresReader(Entry root, Map<String, Clause> clauses, List<Term> terms, List<Flaw> flaws) {
        this.root = root;
        this.clauses = clauses;
        this.terms = terms;
        this.flaws = flaws;
    }

    /** Empty if it has flaws, which are then told. */
    Optional<StatedMeasures> read() {
        int before = flaws.size();
        Map<String, Entry> parts = root.entries(KEYS);
        KEYS.stream()
                .filter(key -> !parts.containsKey(key) && !key.equals("preface"))
                .forEach(key -> root.flaw("terms.flaw.missing-key", key));
        if (flaws.size() > before) {
            return Optional.empty();
        }
        Optional.ofNullable(parts.get("preface")).ifPresent(preface -> cited(preface, "preface"));
        List<StatedMeasure> measures = new ArrayList<>();
        parts.get("measures").items().forEach(item -> measure(item).ifPresent(measures::add));
        compare(parts.get("annex"));
        Map<String, Entry> review = parts.get("review").entries(Set.of("every", "clause"));
        Map<String, Entry> prove = parts.get("prove").entries(Set.of("within", "mend", "evidence"));
        Optional<Span> every = span(parts.get("review"), review, "every");
        Optional<Clause> clause =
                Optional.ofNullable(review.get("clause")).flatMap(entry -> TermReader.clause(entry, clauses));
        Optional<Span> first = span(parts.get("prove"), prove, "within");
        Optional<Span> mend = span(parts.get("prove"), prove, "mend");
        Optional<Span> evidence = span(parts.get("prove"), prove, "evidence");
        return flaws.size() > before
                ? Optional.empty()
                : Optional.of(new StatedMeasures(
                        measures,
                        every.orElseThrow(),
                        clause,
                        first.orElseThrow(),
                        mend.orElseThrow(),
                        evidence.orElseThrow()));
    }

    private Optional<StatedMeasure> measure(Entry entry) {
        int before = flaws.size();
        Map<String, Entry> parts = entry.entries(MEASURE);
        NEEDED.stream()
                .filter(key -> !parts.containsKey(key))
                .forEach(key -> entry.flaw("terms.flaw.missing-key", key));
        if (flaws.size() > before) {
            return Optional.empty();
        }
        String code = parts.get("clause").items().get(0).text();
        List<Clause> stated = cited(parts.get("clause"), code);
        Wording title = TermsReader.wording(parts.get("title"));
        String goal = known(parts.get("goal"), catalogue.goals());
        String category = known(parts.get("category"), catalogue.categories());
        List<String> controls = controls(parts.get("controls"), category);
        Optional<Span> review = span(parts, "review");
        Optional<Span> slack = span(parts, "slack");
        List<Term> promised = terms.stream()
                .filter(term -> PROMISES.contains(term.kind()))
                .filter(term -> stated.contains(term.clause()))
                .toList();
        Optional<Span> every = promised.stream()
                .flatMap(term -> term.span("every").stream())
                .min(Comparator.comparing(span -> span.after(SOME_DAY)));
        if (review.isPresent() && every.isPresent() && isLonger(review.get(), every.get())) {
            parts.get("review").flaw("terms.flaw.review-too-rare", review.get(), every.get());
        }
        List<String> names = promised.stream()
                .flatMap(term -> term.symbols("measure").stream())
                .distinct()
                .toList();
        return flaws.size() > before
                ? Optional.empty()
                : Optional.of(
                        new StatedMeasure(code, stated, title, goal, category, controls, names, every, slack, review));
    }

    private static boolean isLonger(Span one, Span other) {
        return one.after(SOME_DAY).isAfter(other.after(SOME_DAY));
    }

    private static String known(Entry entry, List<String> symbols) {
        if (!symbols.contains(entry.text())) {
            entry.flaw("terms.flaw.symbol", entry.text(), String.join(", ", symbols));
        }
        return entry.text();
    }

    private List<String> controls(Entry entry, String category) {
        if (entry == null) {
            return catalogue.controlsOf(category);
        }
        for (Entry item : entry.items()) {
            if (!catalogue.hasControl(item.text())) {
                item.flaw("terms.flaw.control", item.text());
            }
        }
        return entry.texts();
    }

    /** These clauses and all within them; a flaw for each that is told elsewhere already. */
    private List<Clause> cited(Entry list, String by) {
        List<Clause> cited = new ArrayList<>();
        for (Entry item : list.items()) {
            TermReader.clause(item, clauses)
                    .ifPresent(clause -> within(clause).forEach(each -> {
                        String other = taken.put(each.id(), by);
                        if (other != null) {
                            item.flaw("terms.flaw.measure-twice", each.id(), other);
                        } else {
                            cited.add(each);
                        }
                    }));
        }
        return cited;
    }

    private Stream<Clause> within(Clause clause) {
        return clauses.values().stream()
                .filter(each -> each.equals(clause) || each.id().startsWith(clause.id() + "-"));
    }

    /** Every clause of the annex that has no others within stands somewhere. */
    private void compare(Entry annex) {
        Optional<Clause> whole = TermReader.clause(annex, clauses);
        whole.stream()
                .flatMap(this::within)
                .filter(clause -> within(clause).count() == 1)
                .filter(clause -> !isHeadingOnly(clause))
                .filter(clause -> !taken.containsKey(clause.id()))
                .forEach(clause -> annex.flaw("terms.flaw.measure-missing", clause.id()));
    }

    private static boolean isHeadingOnly(Clause clause) {
        return clause.text().isEmpty();
    }

    private static Optional<Span> span(Entry around, Map<String, Entry> parts, String key) {
        if (!parts.containsKey(key)) {
            around.flaw("terms.flaw.missing-key", key);
        }
        return span(parts, key);
    }

    private static Optional<Span> span(Map<String, Entry> parts, String key) {
        Entry entry = parts.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            Span span = Span.of(entry.text());
            if (!span.immediate()) {
                return Optional.of(span);
            }
            entry.flaw("terms.flaw.period", entry.text());
        } catch (DateTimeException e) {
            entry.flaw("terms.flaw.period", entry.text());
        }
        return Optional.empty();
    }
}
