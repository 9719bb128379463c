package app.countersign.retention;

import java.util.List;
import java.util.Map;

/**
 * What one batch took.
 *
 * @param keys of the rows that the rule is about, each as one text
 * @param counts rows by table, in the order in which they went
 */
record Taken(List<String> keys, Map<String, Long> counts) {

    Taken {
        keys = List.copyOf(keys);
        counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
    }

    String last() {
        return keys.get(keys.size() - 1);
    }
}
