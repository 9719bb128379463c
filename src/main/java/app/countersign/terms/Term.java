package app.countersign.terms;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A promise of the contract, readable by machine. What keys a kind has stands in {@code kinds.yaml}.
 *
 * <pre>{@code
 * template.terms("notify").stream()
 *     .filter(term -> term.says("of", "breach") && term.says("whom", "controller"))
 *     .map(term -> term.span("within"))
 * }</pre>
 */
public final class Term {

    private final Clause clause;
    private final String kind;
    private final Map<String, Value> values;
    private final Source source;
    private final Map<String, Wording> names;
    private final int line;

    Term(Clause clause, String kind, Map<String, Value> values, Source source, Map<String, Wording> names, int line) {
        this.clause = clause;
        this.kind = kind;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.source = source;
        this.names = names;
        this.line = line;
    }

    /** The clause that makes this promise, with its words. */
    public Clause clause() {
        return clause;
    }

    /** {@code retain}, {@code notify} …: what a room listens to. */
    public String kind() {
        return kind;
    }

    /** Everything the term says, in the order of the terms file. */
    public Map<String, Value> values() {
        return values;
    }

    /** The other document in which the promise stands, where the clause only refers to it. */
    public Optional<Source> source() {
        return Optional.ofNullable(source);
    }

    /** Where it stands in {@code terms.yaml}, from 1. */
    public int line() {
        return line;
    }

    public Optional<Span> span(String key) {
        return value(key, Span.class);
    }

    /** The calendar period under that key; empty where there is none, also where an elapsed time stands. */
    public Optional<Period> period(String key) {
        return span(key).map(Span::period);
    }

    /** The elapsed time under that key; empty where there is none, also where a calendar period stands. */
    public Optional<Duration> duration(String key) {
        return span(key).map(Span::duration);
    }

    public Optional<Places> places(String key) {
        return value(key, Places.class);
    }

    public Optional<BigDecimal> quantity(String key) {
        return value(key, Value.Quantity.class).map(Value.Quantity::amount);
    }

    /** The percentages under that key, the least first; empty if it says none. */
    public List<Integer> percentages(String key) {
        return value(key, Value.Percentages.class)
                .map(Value.Percentages::percent)
                .orElse(List.of());
    }

    /** The symbols, names or recipients under that key; empty where there are none. */
    public List<String> symbols(String key) {
        return value(key, Value.Symbols.class).map(Value.Symbols::names).orElse(List.of());
    }

    /** The only or first symbol under that key. */
    public Optional<String> symbol(String key) {
        return symbols(key).stream().findFirst();
    }

    /** Whether this symbol stands under that key. */
    public boolean says(String key, String symbol) {
        return symbols(key).contains(symbol);
    }

    /** The promise in one line for people, without its clause. */
    public String sentence(Locale language) {
        return Sentence.of(this, language);
    }

    /** A name of the template's own in words: {@code google-analytics} as "Google Analytics". */
    String name(String name, Locale language) {
        Wording wording = names.get(name);
        return wording == null ? name : wording.in(language);
    }

    private <T extends Value> Optional<T> value(String key, Class<T> shape) {
        return Optional.ofNullable(values.get(key)).filter(shape::isInstance).map(shape::cast);
    }

    @Override
    public String toString() {
        return clause.id() + " " + kind + " " + values;
    }
}
