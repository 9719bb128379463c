package app.countersign.retention;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers of rows by table, as they are kept. */
final class Counts {

    private Counts() {}

    static String write(Map<String, Long> counts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        counts.forEach(json::add);
        return json.build().toString();
    }

    static Map<String, Long> read(String json) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (!json.isEmpty()) {
            try (JsonReader reader = Json.createReader(new StringReader(json))) {
                reader.readObject().forEach((table, count) -> counts.put(table, ((JsonNumber) count).longValue()));
            }
        }
        return counts;
    }

    static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new LinkedHashMap<>(one);
        other.forEach((table, count) -> sum.merge(table, count, Long::sum));
        return sum;
    }
}
