package app.countersign.measure;

import app.countersign.kernel.CanonicalJson;
import app.countersign.kernel.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a probe found.
 *
 * @param values by name; empty where it found nothing
 * @param problem what is wrong; empty if it is as expected
 */
record Finding(Map<String, Object> values, Optional<Reason> problem) {

    static Finding good(Map<String, Object> values) {
        return new Finding(values, Optional.empty());
    }

    static Finding bad(Map<String, Object> values, String key, Object... args) {
        return new Finding(values, Optional.of(Reason.of(key, args)));
    }

    static Finding bad(Reason reason) {
        return new Finding(Map.of(), Optional.of(reason));
    }

    String json() {
        return CanonicalJson.object(new TreeMap<>(values));
    }
}
