package app.countersign.terms;

import java.math.BigDecimal;
import java.util.List;

/** What a term says under one of its keys. */
public sealed interface Value permits Span, Places, Value.Symbols, Value.Quantity, Value.Percentages {

    /**
     * Words of the vocabulary, or names that the template explains: {@code [return, delete]}, {@code [google-analytics]}.
     *
     * @param kind of symbol: {@link Shape#SYMBOLS}, {@link Shape#NAMES} or {@link Shape#RECIPIENTS}
     */
    record Symbols(List<String> names, Shape kind) implements Value {
        public Symbols {
            names = List.copyOf(names);
        }
    }

    /**
     * Parts of a time.
     *
     * @param percent each from 1 to 100
     */
    record Percentages(List<Integer> percent) implements Value {
        public Percentages {
            percent = List.copyOf(percent);
        }
    }

    /** A count or a percentage. */
    record Quantity(BigDecimal amount) implements Value {}
}
