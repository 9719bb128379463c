package app.countersign.document;

import app.countersign.document.Judgement.Verdict;
import app.countersign.kernel.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** One file being judged. For one thread, once. */
final class Judging {

    private static final int MOST_DIFFERENCES = 200;

    private final IssuedForm issued;
    private final PDDocument document;
    private final Deadline deadline;
    private final Protocol.Writing protocol;
    private final Skeleton skeleton;
    private final List<Difference> differences = new ArrayList<>();

    Judging(IssuedForm issued, PDDocument document, Deadline deadline, Protocol.Writing protocol) throws IOException {
        this.issued = issued;
        this.document = document;
        this.deadline = deadline;
        this.protocol = protocol;
        skeleton = Skeleton.of(document, deadline, issued.skeleton().fonts());
    }

    /** @param sound whether the file could be read without repairing it */
    Judgement judgement(boolean sound, List<SignatureFinding> signatures) throws IOException {
        structure(sound);
        signatures(signatures);
        Map<String, String> values = values();
        boolean read = !skeleton.hasNoFields();
        if (!differences.isEmpty()) {
            values = look(values);
        }
        Verdict verdict = verdict();
        return new Judgement(
                verdict,
                reasons(verdict),
                values,
                !read && !values.isEmpty(),
                sorted(),
                signatures,
                protocol.finished());
    }

    private void structure(boolean sound) {
        SkeletonComparison comparison = new SkeletonComparison(issued.skeleton(), skeleton, issued.signing());
        found(
                "reading",
                "Could the file be read without repairing it?",
                sound ? List.of() : List.of(Difference.doubtful(0, null, "document.return.repaired")));
        found("identity", "Does the file name itself as the issued form does?", comparison.identity());
        found("contents", "Are scripts, attachments, layers and hidden pages as issued?", comparison.contents());
        found("fields", "Are the form and the names of its fields as issued?", comparison.fields());
        found(
                "annotations",
                "Do the same fields and links lie in the same places, and does each field show its value?",
                comparison.annotations());
        found(
                "pages",
                "Are the pages as issued: number, size, and the hash of all drawing instructions, fonts and images?",
                comparison.pages());
    }

    private void signatures(List<SignatureFinding> signatures) {
        found(
                "signatures",
                "Are all cryptographic signatures sound?",
                signatures.stream()
                        .filter(signature -> !signature.intact())
                        .map(signature ->
                                Difference.doubtful(0, null, "document.finding.signature-broken", signature.signer()))
                        .toList());
    }

    private void found(String name, String question, List<Difference> found) {
        protocol.check(name, question, found);
        differences.addAll(found);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        skeleton.pages().stream()
                .flatMap(sheet -> sheet.laid().stream())
                .filter(laid -> issued.skeleton().fields().contains(laid.field()))
                .forEach(laid -> laid.value().ifPresent(value -> values.putIfAbsent(laid.field(), value(value))));
        return values;
    }

    private static String value(String value) {
        String clean = Letters.clean(value);
        return clean.substring(0, Math.min(clean.length(), 2_000));
    }

    /** Words and pictures; @return the values, proposed from the words if there are no fields */
    private Map<String, String> look(Map<String, String> values) throws IOException {
        try (PDDocument ours = Loader.loadPDF(issued.pdf())) {
            Appearance appearance = new Appearance(issued, skeleton, ours, document, deadline);
            List<Difference> words = appearance.words();
            boolean needed = differences.stream().noneMatch(Difference::weighty);
            if (needed) {
                List<Difference> pictures = appearance.pictures(words, redrawn());
                found(
                        "words",
                        "Outside the fields, are the words of each page as issued?",
                        appearance.confirmed(words));
                found("pictures", "Drawn at 150 dpi with the fields blanked, do the pages look as issued?", pictures);
            } else {
                found(
                        "words",
                        "Outside the fields, are the words of each page as issued?",
                        appearance.confirmed(words));
            }
            return skeleton.hasNoFields() ? appearance.proposals() : values;
        } catch (Deadline.Passed e) {
            found(
                    "words and pictures",
                    "Do words and pictures agree?",
                    List.of(Difference.doubtful(0, null, "document.return.no-time")));
            return values;
        }
    }

    private Set<Integer> redrawn() {
        return differences.stream()
                .filter(difference -> difference.reason().key().equals("document.return.redrawn"))
                .map(Difference::page)
                .collect(Collectors.toSet());
    }

    private Verdict verdict() {
        if (differences.isEmpty()) {
            return Verdict.HONEST;
        }
        return differences.stream().anyMatch(Difference::weighty) ? Verdict.ALTERED : Verdict.DOUBTFUL;
    }

    private List<Reason> reasons(Verdict verdict) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                switch (verdict) {
                    case HONEST -> Reason.of("document.return.honest");
                    case DOUBTFUL -> Reason.of("document.return.doubtful");
                    default -> Reason.of("document.return.altered");
                });
        differences.stream()
                .sorted(Comparator.comparing(difference -> !difference.weighty()))
                .limit(MOST_DIFFERENCES)
                .map(Difference::reason)
                .forEach(reasons::add);
        return reasons;
    }

    private List<Difference> sorted() {
        return differences.stream()
                .sorted(Comparator.comparingInt(Difference::page))
                .limit(MOST_DIFFERENCES)
                .toList();
    }
}
