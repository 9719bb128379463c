package app.countersign.backup;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup holds, written at its end.
 *
 * @param tables by name, the rows and their hashes
 * @param sequences by name, the next number
 * @param files how many stored files are among the rows
 */
record Manifest(Map<String, Tally.Sum> tables, Map<String, Long> sequences, long files) {

    static final Manifest NOTHING = new Manifest(Map.of(), Map.of(), 0);

    long rows() {
        return tables.values().stream().mapToLong(Tally.Sum::rows).sum();
    }

    JsonObject json() {
        JsonObject all = new JsonObject();
        tables.forEach((name, sum) -> {
            JsonObject one = new JsonObject();
            one.addProperty("rows", sum.rows());
            one.addProperty("sha256-sum", sum.hash());
            all.add(name, one);
        });
        JsonObject numbers = new JsonObject();
        sequences.forEach(numbers::addProperty);
        JsonObject json = new JsonObject();
        json.add("tables", all);
        json.add("sequences", numbers);
        json.addProperty("files", files);
        return json;
    }

    static Manifest of(JsonObject json) {
        Map<String, Tally.Sum> tables = new TreeMap<>();
        json.getAsJsonObject("tables").asMap().forEach((name, element) -> {
            JsonObject one = element.getAsJsonObject();
            tables.put(
                    name,
                    new Tally.Sum(
                            one.get("rows").getAsLong(), one.get("sha256-sum").getAsString()));
        });
        Map<String, Long> sequences = new TreeMap<>();
        json.getAsJsonObject("sequences").asMap().forEach((name, next) -> sequences.put(name, next.getAsLong()));
        return new Manifest(tables, sequences, json.get("files").getAsLong());
    }
}
