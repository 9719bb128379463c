package app.countersign.terms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one term: {@code {clause: 4-3, retain: {data: [staff], since: stored, for: P12M, then: delete}}}. */
final class TermReader {

    private static final Set<String> COUNTRIES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));

    private final Map<String, Clause> clauses;
    private final Map<String, Wording> names;
    private final Map<String, Wording> documents;

    TermReader(Map<String, Clause> clauses, Map<String, Wording> names, Map<String, Wording> documents) {
        this.clauses = clauses;
        this.names = names;
        this.documents = documents;
    }

    /** Empty if it has flaws that leave nothing to read; they are told. */
    Optional<Term> read(Entry entry) {
        Map<String, Entry> parts = new LinkedHashMap<>(entry.entries());
        Entry cited = parts.remove("clause");
        Entry from = parts.remove("from");
        if (cited == null || parts.size() != 1) {
            entry.flaw("terms.flaw.term");
            return Optional.empty();
        }
        Map.Entry<String, Entry> said = parts.entrySet().iterator().next();
        String kind = said.getKey();
        Map<String, Value> values = values(kind, said.getValue());
        return clause(cited, clauses).map(clause -> new Term(clause, kind, values, source(from), names, entry.line()));
    }

    static Optional<Clause> clause(Entry id, Map<String, Clause> clauses) {
        Clause clause = clauses.get(id.text());
        if (clause == null) {
            id.flaw("terms.flaw.no-such-clause", id.text());
        }
        return Optional.ofNullable(clause);
    }

    private Source source(Entry from) {
        if (from == null) {
            return null;
        }
        Map<String, Entry> parts = from.entries(Set.of("document", "section"));
        Entry document = parts.get("document");
        if (document == null || !documents.containsKey(document.text())) {
            from.flaw("terms.flaw.no-such-document", document == null ? "" : document.text());
            return null;
        }
        String section = parts.containsKey("section") ? parts.get("section").text() : null;
        return new Source(document.text(), documents.get(document.text()), section);
    }

    Map<String, Value> values(String kind, Entry entry) {
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Vocabulary.Key> keys = Vocabulary.kinds().get(kind);
        if (keys == null) {
            entry.flaw("terms.flaw.unknown-kind", kind);
            return values;
        }
        Map<String, Entry> parts = entry.entries(keys.keySet());
        keys.forEach((name, key) -> {
            if (parts.containsKey(name)) {
                value(key, parts.get(name)).ifPresent(value -> values.put(name, value));
            } else if (key.required()) {
                entry.flaw("terms.flaw.missing-key", name);
            }
        });
        return values;
    }

    private Optional<Value> value(Vocabulary.Key key, Entry entry) {
        return switch (key.shape()) {
            case SPAN -> span(entry);
            case QUANTITY -> quantity(entry);
            case PERCENTAGES -> percentages(entry);
            case COUNTRIES -> Optional.of(countries(entry));
            case RECIPIENTS -> symbols(entry, Shape.RECIPIENTS, Vocabulary.recipients(), "terms.flaw.recipient");
            case SYMBOLS -> symbols(entry, Shape.SYMBOLS, key.symbols(), "terms.flaw.symbol");
            case NAMES -> symbols(entry, Shape.NAMES, names.keySet(), "terms.flaw.name");
        };
    }

    private static Optional<Value> span(Entry entry) {
        try {
            return Optional.of(Span.of(entry.text()));
        } catch (DateTimeException e) {
            entry.flaw("terms.flaw.period", entry.text());
            return Optional.empty();
        }
    }

    private static Optional<Value> quantity(Entry entry) {
        try {
            BigDecimal amount = new BigDecimal(entry.text());
            if (amount.signum() > 0) {
                return Optional.of(new Value.Quantity(amount));
            }
            entry.flaw("terms.flaw.quantity", entry.text());
        } catch (NumberFormatException e) {
            entry.flaw("terms.flaw.quantity", entry.text());
        }
        return Optional.empty();
    }

    private static Optional<Value> percentages(Entry entry) {
        Set<Integer> percent = new TreeSet<>();
        for (Entry item : entry.items()) {
            if (item.text().matches("[1-9]\\d?|100")) {
                percent.add(Integer.valueOf(item.text()));
            } else {
                item.flaw("terms.flaw.percentage", item.text());
            }
        }
        return Optional.of(new Value.Percentages(List.copyOf(percent)));
    }

    static Places countries(Entry entry) {
        for (Entry item : entry.items()) {
            if (!COUNTRIES.contains(item.text()) && !Vocabulary.groups().containsKey(item.text())) {
                item.flaw("terms.flaw.country", item.text());
            }
        }
        return new Places(entry.texts());
    }

    private static Optional<Value> symbols(Entry entry, Shape shape, Set<String> allowed, String flaw) {
        for (Entry item : entry.items()) {
            if (!allowed.contains(item.text())) {
                item.flaw(flaw, item.text(), String.join(", ", new LinkedHashSet<>(allowed)));
            }
        }
        List<String> names = entry.texts();
        return Optional.of(new Value.Symbols(names, shape));
    }
}
