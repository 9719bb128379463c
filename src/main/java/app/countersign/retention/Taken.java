package app.countersign.retention;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one batch took.
 *
 * @param keys of the rows that the rule is about, each as one text
 * @param counts rows by table, in the order in which they went
 * @param whole the partition with which they went; empty where they went one by one
 */
record Taken(List<String> keys, Map<String, Long> counts, String whole) {

    Taken {
        keys = List.copyOf(keys);
        counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
    }

    Taken(List<String> keys, Map<String, Long> counts) {
        this(keys, counts, "");
    }

    /** So far the run has come in the order of keys; what goes as a whole leaves it where it was. */
    Optional<String> reached() {
        return whole.isEmpty() ? Optional.of(last()) : Optional.empty();
    }

    String last() {
        return keys.get(keys.size() - 1);
    }
}
