package app.countersign.terms;

import app.countersign.kernel.Texts;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A term in one line for people: the kind's name, then what each key says, in the order of the vocabulary. Each piece has
 * its pattern in the bundle ({@code terms.retain.for}), each symbol its words ({@code terms.symbol.stored}, or {@code
 * terms.contact.by.processor} where it reads otherwise there).
 */
final class Sentence {

    private static final double WHOLE = 100;

    private final Term term;
    private final Locale language;
    private final Texts texts;

    private Sentence(Term term, Locale language) {
        this.term = term;
        this.language = language;
        this.texts = Texts.of(language);
    }

    static String of(Term term, Locale language) {
        return new Sentence(term, language).whole();
    }

    /** A word of the vocabulary for people; as it is where it has no words. */
    static String symbol(String symbol, Locale language) {
        Texts texts = Texts.of(language);
        String key = "terms.symbol." + symbol;
        return texts.has(key) ? texts.text(key) : symbol;
    }

    private String whole() {
        List<String> pieces = new ArrayList<>();
        Map<String, Vocabulary.Key> keys = Vocabulary.kinds().get(term.kind());
        keys.forEach((name, key) -> {
            Value value = term.values().get(name);
            if (value != null) {
                pieces.add(texts.text(pattern(name), worded(name, key, value)));
            }
        });
        String said = texts.text("terms.kind." + term.kind()) + ": " + String.join(", ", pieces);
        return term.source().map(source -> said + " – " + told(source)).orElse(said);
    }

    private String told(Source source) {
        return source.passage()
                .map(section -> texts.text("terms.source", source.title(language), section))
                .orElse(source.title(language));
    }

    private String pattern(String name) {
        return "terms." + term.kind() + "." + name;
    }

    private String worded(String name, Vocabulary.Key key, Value value) {
        if (value instanceof Span span) {
            return span.in(language);
        }
        if (value instanceof Places places) {
            return places.in(language);
        }
        if (value instanceof Value.Percentages percentages) {
            NumberFormat percent = NumberFormat.getPercentInstance(language);
            return listed(
                    percentages.percent().stream()
                            .map(one -> percent.format(one / WHOLE))
                            .toList(),
                    false);
        }
        if (value instanceof Value.Symbols symbols) {
            return listed(
                    symbols.names().stream().map(s -> symbol(name, key, s)).toList(), key.alternatives());
        }
        return NumberFormat.getInstance(language).format(((Value.Quantity) value).amount());
    }

    private String symbol(String name, Vocabulary.Key key, String symbol) {
        if (key.shape() == Shape.NAMES) {
            return term.name(symbol, language);
        }
        String here = pattern(name) + "." + symbol;
        return texts.has(here) ? texts.text(here) : symbol(symbol, language);
    }

    /** "a, b und c". */
    private String listed(List<String> words, boolean alternatives) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        String firsts = String.join(", ", words.subList(0, words.size() - 1));
        return texts.text(alternatives ? "terms.list.or" : "terms.list.and", firsts, words.get(words.size() - 1));
    }
}
