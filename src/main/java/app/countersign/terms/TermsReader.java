package app.countersign.terms;

import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code terms.yaml}: first its head, then term by term. Tells every flaw, not only the first. */
final class TermsReader {

    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "version",
            "title",
            "processor",
            "prefix",
            "language",
            "unsigned",
            "fields",
            "article-28",
            "documents",
            "names",
            "terms",
            "contradictions"));
    private static final Set<String> OPTIONAL = Set.of("documents", "names", "contradictions");

    private final Entry root;
    private final Collection<Words> words;
    private final List<Flaw> flaws;
    private Map<String, Clause> clauses = Map.of();

    /** @param words in every language; the binding ones are cited, or else the first */
    TermsReader(Entry root, Collection<Words> words, List<Flaw> flaws) {
        this.root = root;
        this.words = words;
        this.flaws = flaws;
    }

    /** Empty if it has flaws, which are then told. */
    Optional<TermsFile> read() {
        int before = flaws.size();
        Map<String, Entry> head = root.entries(KEYS);
        KEYS.stream()
                .filter(key -> !head.containsKey(key) && !OPTIONAL.contains(key))
                .forEach(key -> root.flaw("terms.flaw.missing-key", key));
        if (flaws.size() > before) {
            return Optional.empty();
        }
        TermsFile read = read(head);
        return flaws.size() > before ? Optional.empty() : Optional.of(read);
    }

    private TermsFile read(Map<String, Entry> head) {
        Locale binding = language(head.get("language"));
        clauses = words.isEmpty() ? Map.of() : Words.nearest(words, binding).clauses();
        Map<String, Wording> names = wordings(head.get("names"));
        Map<String, Wording> documents = wordings(head.get("documents"));
        List<Term> terms = terms(head.get("terms"), new TermReader(clauses, names, documents));
        return new TermsFile(
                label(head.get("version"), ".{1,40}"),
                wording(head.get("title")),
                label(head.get("processor"), "[a-z0-9][a-z0-9-]*"),
                label(head.get("prefix"), "[A-Z0-9]{2,5}"),
                binding,
                conclusion(head.get("terms"), terms),
                unsigned(head.get("unsigned")),
                terms,
                contradictions(head.get("contradictions")),
                coverage(head.get("article-28")),
                fields(head.get("fields")));
    }

    private static String label(Entry entry, String pattern) {
        if (!entry.text().matches(pattern)) {
            entry.flaw("terms.flaw.malformed", entry.text(), pattern);
        }
        return entry.text();
    }

    private static Locale language(Entry entry) {
        Entry binding = entry.entries(Set.of("binding")).get("binding");
        if (binding == null) {
            entry.flaw("terms.flaw.missing-key", "binding");
            return Locale.ROOT;
        }
        Locale language = Locale.forLanguageTag(binding.text());
        if (!Arrays.asList(Locale.getISOLanguages()).contains(language.getLanguage())) {
            binding.flaw("terms.flaw.language", binding.text());
        }
        return language;
    }

    private static Unsigned unsigned(Entry entry) {
        Map<String, Entry> parts = entry.entries(Set.of("expires", "remind"));
        List<Period> periods = new ArrayList<>();
        for (String key : List.of("expires", "remind")) {
            if (!parts.containsKey(key)) {
                entry.flaw("terms.flaw.missing-key", key);
                return new Unsigned(Period.ZERO, List.of());
            }
            parts.get(key).items().forEach(item -> period(item).ifPresent(periods::add));
        }
        return periods.isEmpty()
                ? new Unsigned(Period.ZERO, List.of())
                : new Unsigned(periods.get(0), periods.subList(1, periods.size()));
    }

    private static Optional<Period> period(Entry entry) {
        try {
            Optional<Period> period = Optional.ofNullable(Span.of(entry.text()).period());
            if (period.isEmpty()) {
                entry.flaw("terms.flaw.period", entry.text());
            }
            return period;
        } catch (DateTimeException e) {
            entry.flaw("terms.flaw.period", entry.text());
            return Optional.empty();
        }
    }

    /** Each language's words: {@code {de: …, en: …}}. */
    static Wording wording(Entry entry) {
        Map<String, String> words = new LinkedHashMap<>();
        entry.entries().forEach((language, text) -> words.put(language, text.text()));
        for (String language : List.of("de", "en")) {
            if (entry.isMap() && words.getOrDefault(language, "").isBlank()) {
                entry.flaw("terms.flaw.missing-key", language);
            }
        }
        return new Wording(words);
    }

    private static Map<String, Wording> wordings(Entry entry) {
        Map<String, Wording> wordings = new LinkedHashMap<>();
        if (entry != null) {
            entry.entries().forEach((name, words) -> wordings.put(name, wording(words)));
        }
        return wordings;
    }

    private static List<Term> terms(Entry list, TermReader reader) {
        List<Term> terms = new ArrayList<>();
        list.items().forEach(item -> reader.read(item).ifPresent(terms::add));
        return terms;
    }

    private static Conclusion conclusion(Entry list, List<Term> terms) {
        List<Term> conclude =
                terms.stream().filter(term -> term.kind().equals("conclude")).toList();
        if (conclude.size() != 1) {
            list.flaw("terms.flaw.one-conclusion", conclude.size());
            return null;
        }
        Term term = conclude.get(0);
        boolean alterationsVoid = terms.stream().anyMatch(t -> t.kind().equals("alter") && t.says("effect", "void"));
        return new Conclusion(
                term.clause(),
                term.symbol("mode").orElse(""),
                term.symbols("order"),
                term.symbol("effective").orElse(""),
                alterationsVoid,
                term.says("changes", "told"));
    }

    private List<Contradiction> contradictions(Entry list) {
        List<Contradiction> contradictions = new ArrayList<>();
        if (list != null) {
            for (Entry item : list.items()) {
                Map<String, Entry> parts = item.entries(Set.of("clauses", "words"));
                if (parts.size() == 2) {
                    contradictions.add(new Contradiction(cited(parts.get("clauses")), wording(parts.get("words"))));
                } else {
                    item.flaw("terms.flaw.missing-key", "clauses, words");
                }
            }
        }
        return contradictions;
    }

    private Map<Article28, List<Clause>> coverage(Entry entry) {
        Map<Article28, List<Clause>> coverage = new EnumMap<>(Article28.class);
        Function<Article28, String> key = Article28::key;
        entry.entries(new LinkedHashSet<>(
                        Arrays.stream(Article28.values()).map(key).toList()))
                .forEach((point, cited) -> Article28.of(point).ifPresent(known -> coverage.put(known, cited(cited))));
        for (Article28 point : Article28.values()) {
            if (coverage.getOrDefault(point, List.of()).isEmpty()) {
                entry.flaw("terms.flaw.article-28", point.key(), point.paragraph());
            }
        }
        return coverage;
    }

    private List<Clause> cited(Entry list) {
        List<Clause> cited = new ArrayList<>();
        list.items().forEach(item -> TermReader.clause(item, clauses).ifPresent(cited::add));
        return cited;
    }

    /** {@code controller.company}, or {@code {controller.vat: {de: …, en: …}}} for one that only this form has. */
    private static Map<String, Wording> fields(Entry list) {
        Map<String, Wording> fields = new LinkedHashMap<>();
        for (Entry item : list.items()) {
            if (item.isMap()) {
                item.entries().forEach((name, words) -> fields.put(name, wording(words)));
            } else {
                String name = item.text();
                if (!FieldNames.KNOWN.contains(name)) {
                    item.flaw("terms.flaw.field-label", name);
                }
                fields.put(name, null);
            }
        }
        fields.keySet().stream()
                .filter(name -> !name.matches("(controller|processor|contract)(\\.[a-z][a-z0-9-]*)+"))
                .forEach(name -> list.flaw("terms.flaw.field-name", name));
        return fields;
    }
}
