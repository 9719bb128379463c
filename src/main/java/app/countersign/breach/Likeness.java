package app.countersign.breach;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two breaches may be the same one, reported twice: known within two days of each other, and called alike or, where
 * both name what data it is, about the same data. A hint for a person, and never more.
 */
final class Likeness {

    private static final Duration CLOSE = Duration.ofDays(2);

    private Likeness() {}

    static boolean between(Breach one, Breach other) {
        boolean close = Duration.between(known(one), known(other)).abs().compareTo(CLOSE) <= 0;
        return close && (calledAlike(one, other) || sameData(one, other));
    }

    private static Instant known(Breach breach) {
        return breach.awareAt().orElse(breach.reportedAt());
    }

    /** At least half of the words of the shorter title, and not fewer than two, or all of its only one. */
    private static boolean calledAlike(Breach one, Breach other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        int shorter = Math.min(words.size(), others.size());
        words.retainAll(others);
        return shorter > 0 && words.size() * 2 >= shorter && words.size() >= Math.min(2, shorter);
    }

    private static Set<String> words(Breach breach) {
        return Arrays.stream(breach.facts().title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean sameData(Breach one, Breach other) {
        Set<String> data = Set.copyOf(one.facts().dataCategories());
        return !data.isEmpty()
                && data.equals(Set.copyOf(other.facts().dataCategories()))
                && one.facts().harms().equals(other.facts().harms());
    }
}
