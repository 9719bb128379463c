package app.countersign.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that the application knows of itself: how it protects what it keeps, and when that was last proven.
 *
 * @param name in kebab case: {@code last-backup}; its words are {@code fact.name.<name>}
 * @param measures the measures of the templates' terms that it proves, as these call them: {@code full-backup}
 * @param at when it was so: when it happened, or when it was looked at, for what is so as long as it is set
 * @param ofAll whether it counts what belongs to several processors, so that only those may see it who answer for all
 * @param json the values in canonical JSON
 * @param sha256 over canonical JSON of instant, name and values
 */
public record OwnFact(String name, List<String> measures, Instant at, boolean ofAll, String json, String sha256) {

    /** @param values strings, whole numbers and booleans; named as {@code fact.value.<name>} words them */
    public static OwnFact of(String name, Instant at, Map<String, ?> values, String... measures) {
        Instant when = at.truncatedTo(ChronoUnit.MICROS);
        String json = CanonicalJson.object(new TreeMap<>(values));
        SortedMap<String, Object> whole = new TreeMap<>();
        whole.put("at", when);
        whole.put("fact", name);
        whole.put("values", new CanonicalJson.Raw(json));
        return new OwnFact(name, List.of(measures), when, false, json, hash(CanonicalJson.object(whole)));
    }

    /** The same as one that only those may see who answer for all processors. */
    public OwnFact seenByThoseOfAll() {
        return new OwnFact(name, measures, at, true, json, sha256);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
