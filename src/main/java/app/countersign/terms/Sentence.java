package app.countersign.terms;

import app.countersign.kernel.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A term in one line for people: the kind's name, then what each key says, in the order of the vocabulary. Each piece has
 * its pattern in the bundle ({@code terms.retain.for}), each symbol its words ({@code terms.symbol.stored}).
 */
final class Sentence {

    private Sentence() {}

    static String of(Term term, Locale language) {
        Texts texts = Texts.of(language);
        List<String> pieces = new ArrayList<>();
        for (String key : inOrder(term)) {
            pieces.add(texts.text(
                    "terms." + term.kind() + "." + key,
                    worded(term, term.values().get(key), language)));
        }
        return texts.text("terms.kind." + term.kind()) + ": " + String.join(", ", pieces);
    }

    /** A word of the vocabulary for people; as it is where it has no words. */
    static String symbol(String symbol, Locale language) {
        Texts texts = Texts.of(language);
        String key = "terms.symbol." + symbol;
        return texts.has(key) ? texts.text(key) : symbol;
    }

    private static List<String> inOrder(Term term) {
        Map<String, Vocabulary.Key> keys = Vocabulary.kinds().get(term.kind());
        return keys.keySet().stream().filter(term.values()::containsKey).toList();
    }

    private static String worded(Term term, Value value, Locale language) {
        if (value instanceof Span span) {
            return span.in(language);
        }
        if (value instanceof Places places) {
            return places.in(language);
        }
        if (value instanceof Value.Symbols symbols) {
            return listed(
                    symbols.names().stream()
                            .map(name ->
                                    symbols.kind() == Shape.NAMES ? term.name(name, language) : symbol(name, language))
                            .toList(),
                    language);
        }
        return java.text.NumberFormat.getInstance(language).format(((Value.Quantity) value).amount());
    }

    /** "a, b und c". */
    private static String listed(List<String> words, Locale language) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        String firsts = String.join(", ", words.subList(0, words.size() - 1));
        return Texts.of(language).text("terms.list.last", firsts, words.get(words.size() - 1));
    }
}
