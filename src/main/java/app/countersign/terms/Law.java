package app.countersign.terms;

import app.countersign.kernel.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the law demands beside the contracts: {@code law.yaml} in the folder of the templates. A change of the law is a
 * rule more in that file, with the day from which it applies.
 */
public final class Law {

    public static final String FILE = "law.yaml";

    private static final Set<String> RULE = Set.of("act", "article", "from");

    private final Map<String, Wording> titles;
    private final Map<String, Places> seats;
    private final List<LegalRule> rules;

    private Law(Map<String, Wording> titles, Map<String, Places> seats, List<LegalRule> rules) {
        this.titles = titles;
        this.seats = seats;
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads {@code law.yaml} of that folder.
     *
     * @throws Flawed with file and line of every mistake; also if there is no such file
     */
    public static Law in(Path home) {
        List<Flaw> flaws = new ArrayList<>();
        Law law = null;
        try {
            byte[] yaml = Files.readAllBytes(home.resolve(FILE));
            law = Entry.read(FILE, yaml, flaws).map(root -> read(root, flaws)).orElse(null);
        } catch (IOException e) {
            flaws.add(new Flaw(FILE, 0, Reason.of("terms.law.unreadable", String.valueOf(e.getMessage()))));
        }
        if (!flaws.isEmpty()) {
            throw new Flawed(FILE, flaws);
        }
        return law;
    }

    private static Law read(Entry root, List<Flaw> flaws) {
        Map<String, Entry> parts = root.entries(Set.of("acts", "names", "rules"));
        for (String key : List.of("acts", "names", "rules")) {
            if (!parts.containsKey(key)) {
                root.flaw("terms.flaw.missing-key", key);
            }
        }
        if (!flaws.isEmpty()) {
            return null;
        }
        Map<String, Wording> titles = new LinkedHashMap<>();
        Map<String, Places> seats = new LinkedHashMap<>();
        parts.get("acts").entries().forEach((act, entry) -> {
            Map<String, Entry> said = entry.entries(Set.of("title", "name", "seats"));
            title(entry, said).ifPresent(title -> titles.put(act, title));
            Optional.ofNullable(said.get("seats")).ifPresent(where -> seats.put(act, TermReader.countries(where)));
        });
        Map<String, Wording> names = new LinkedHashMap<>();
        parts.get("names").entries().forEach((name, words) -> names.put(name, TermsReader.wording(words)));
        TermReader terms = new TermReader(Map.of(), names, Map.of());
        List<LegalRule> rules = new ArrayList<>();
        parts.get("rules")
                .items()
                .forEach(item -> rule(item, titles, names, terms).ifPresent(rules::add));
        return new Law(titles, seats, rules);
    }

    private static Optional<Wording> title(Entry act, Map<String, Entry> parts) {
        if (!parts.containsKey("title")) {
            act.flaw("terms.flaw.missing-key", "title");
            return Optional.empty();
        }
        return Optional.of(TermsReader.wording(parts.get("title")));
    }

    private static Optional<LegalRule> rule(
            Entry item, Map<String, Wording> titles, Map<String, Wording> names, TermReader terms) {
        Map<String, Entry> parts = new LinkedHashMap<>(item.entries());
        for (String key : RULE) {
            if (parts.get(key) == null) {
                item.flaw("terms.flaw.missing-key", key);
                return Optional.empty();
            }
        }
        String act = parts.remove("act").text();
        String article = parts.remove("article").text();
        Optional<LocalDate> from = day(parts.remove("from"));
        if (!titles.containsKey(act) || parts.size() != 1) {
            item.flaw("terms.flaw.term");
            return Optional.empty();
        }
        String kind = parts.keySet().iterator().next();
        Map<String, Value> values = terms.values(kind, parts.get(kind));
        Clause clause = new Clause(article, article, "", "", item.line());
        Term promise = new Term(clause, kind, values, null, names, item.line());
        return from.map(day -> new LegalRule(act, titles.get(act), article, day, promise));
    }

    private static Optional<LocalDate> day(Entry entry) {
        try {
            return Optional.of(LocalDate.parse(entry.text()));
        } catch (DateTimeException e) {
            entry.flaw("terms.flaw.malformed", entry.text(), "yyyy-mm-dd");
            return Optional.empty();
        }
    }

    /**
     * Which act applies to a controller, by its seat. One outside all of them is under the act that the file names first:
     * what it does here, it does under that act (Art. 3(2) GDPR).
     *
     * @param country ISO 3166 alpha-2
     */
    public String actAt(String country) {
        return seats.entrySet().stream()
                .filter(act -> act.getValue().contains(country))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> titles.keySet().iterator().next());
    }

    /** The rules of that kind that apply on that day, each article's latest. */
    public List<LegalRule> on(LocalDate day, String kind) {
        List<LegalRule> applying = rules.stream()
                .filter(rule ->
                        rule.promise().kind().equals(kind) && !rule.from().isAfter(day))
                .toList();
        return applying.stream()
                .filter(rule -> applying.stream()
                        .noneMatch(later -> later.replaces(rule) && later.from().isAfter(rule.from())))
                .toList();
    }

    /** A citation as people read it: {@code gdpr 33(1)} as "Art. 33 Abs. 1 DSGVO"; empty if it cites no act. */
    public Optional<String> label(String citation, Locale language) {
        int space = citation.indexOf(' ');
        return Optional.of(citation)
                .filter(cited -> space > 0 && titles.containsKey(cited.substring(0, space)))
                .map(cited -> new LegalRule(
                                cited.substring(0, space),
                                titles.get(cited.substring(0, space)),
                                cited.substring(space + 1),
                                LocalDate.MIN,
                                null)
                        .label(language));
    }
}
