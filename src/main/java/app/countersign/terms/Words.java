package app.countersign.terms;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * The words in one language.
 *
 * @param file {@code words.de.xhtml}
 * @param clauses by id, in the order of the words
 * @param fields without prefix, each with its line
 * @param noticeLine where the words say that they do not bind; 0 where they do not say so
 */
record Words(String file, Locale language, Map<String, Clause> clauses, Map<String, Integer> fields, int noticeLine) {

    /** The words in that language, or else the first. */
    static Words nearest(Collection<Words> all, Locale language) {
        return all.stream()
                .filter(words -> words.isIn(language))
                .findFirst()
                .orElseGet(() -> all.iterator().next());
    }

    /** Whether these are in that language, of whatever country. */
    boolean isIn(Locale other) {
        return language.getLanguage().equals(other.getLanguage());
    }
}
