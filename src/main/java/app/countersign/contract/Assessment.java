package app.countersign.contract;

import app.countersign.document.Comparison;
import app.countersign.document.SignatureFinding;
import app.countersign.kernel.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the check of a returned file found.
 *
 * @param reasons of the verdict, the weightiest first; each names page and place where there is one
 * @param values as far as they could be read, by field name: {@code controller.company}
 * @param differences of the words, in the order of the pages
 * @param signatures that the file bears, the first one first
 * @param record how the verdict came about, as JSON; empty if there is nothing to tell beyond the reasons
 */
public record Assessment(
        ReturnVerdict verdict,
        List<Reason> reasons,
        Map<String, String> values,
        List<Comparison.Change> differences,
        List<SignatureFinding> signatures,
        Optional<String> record) {

    public Assessment {
        reasons = List.copyOf(reasons);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        differences = List.copyOf(differences);
        signatures = List.copyOf(signatures);
    }
}
