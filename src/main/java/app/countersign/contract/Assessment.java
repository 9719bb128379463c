package app.countersign.contract;

import app.countersign.document.Difference;
import app.countersign.document.Judgement;
import app.countersign.document.SignatureFinding;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the check of a returned file found, as it is kept.
 *
 * @param reasons of the verdict, the weightiest first; each names page and place where there is one
 * @param values as far as they could be read, by field name: {@code controller.company}
 * @param proposed whether the values were guessed from the words, so that a person has to compare them
 * @param soundlySigned whether the file bears a cryptographic signature that is sound, and is otherwise unaltered
 * @param record how the verdict came about, check by check, as JSON
 */
public record Assessment(
        ReturnVerdict verdict,
        List<Reason> reasons,
        Map<String, String> values,
        boolean proposed,
        List<Difference> differences,
        List<SignatureFinding> signatures,
        boolean soundlySigned,
        String record) {

    public Assessment {
        reasons = List.copyOf(reasons);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        differences = List.copyOf(differences);
        signatures = List.copyOf(signatures);
    }

    static Assessment of(Judgement judgement) {
        return new Assessment(
                KebabCase.read(ReturnVerdict.class, KebabCase.of(judgement.verdict())),
                judgement.reasons(),
                judgement.values(),
                judgement.proposed(),
                judgement.differences(),
                judgement.signatures(),
                judgement.isSoundlySigned(),
                judgement.json());
    }
}
