package app.countersign.document;

import app.countersign.kernel.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a returned file was found to be, against the form that was issued.
 *
 * @param verdict what it comes to
 * @param reasons why, in the order of weight; what is said to the person who brought it
 * @param values what was filled in, by field name; read from the fields, or, where {@code proposed}, from the words
 *     that stand in their places; empty when nothing can be read
 * @param proposed whether a person has to compare the values with what is seen
 * @param differences in the order of the pages, what concerns the whole file first; empty when honest
 * @param signatures cryptographic ones, in the order in which they were added
 * @param protocol how the verdict came about
 */
public record Judgement(
        Verdict verdict,
        List<Reason> reasons,
        Map<String, String> values,
        boolean proposed,
        List<Difference> differences,
        List<SignatureFinding> signatures,
        Protocol protocol) {

    /** What a returned file can be. */
    public enum Verdict {
        /** The issued form, filled in, and nothing else. */
        HONEST,
        /** Nothing shows that it was altered, but a machine cannot know: a person decides. */
        DOUBTFUL,
        /** Something else than its fields was changed, or a field shows other than it holds. */
        ALTERED,
        /** It could not be read, and says nothing of itself. */
        UNREADABLE
    }

    public Judgement {
        reasons = List.copyOf(reasons);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        differences = List.copyOf(differences);
        signatures = List.copyOf(signatures);
    }

    /**
     * Whether it bears a cryptographic signature that is sound and covers it to its last byte, and is otherwise unaltered:
     * only then may a further signature be added to these very bytes. A signature that shows in the place for signatures
     * is no alteration.
     */
    public boolean isSoundlySigned() {
        boolean sound = !signatures.isEmpty()
                && signatures.stream().allMatch(SignatureFinding::isSound)
                && signatures.get(signatures.size() - 1).coversWholeFile();
        return sound
                && differences.stream()
                        .allMatch(difference -> difference.reason().key().equals("document.return.signed-visibly"));
    }

    /** All of it, to be kept and read by someone who was not there. */
    public String json() {
        return JudgementJson.of(this);
    }
}
