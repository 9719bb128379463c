package app.countersign.document;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * How a file differs from the one we keep. Only {@link #identical()} makes it genuine: a signature that still verifies,
 * or equal text, does not.
 *
 * @param identical byte for byte
 * @param continues whether the candidate begins with all the original's bytes and goes on after them
 * @param readable whether the candidate could be compared at all
 * @param pagesBefore of the original
 * @param pagesAfter of the candidate; 0 when unreadable
 * @param changes of the words, in the order of the pages
 * @param redrawn pages whose words are the same, but whose drawing instructions, fonts or images are not
 * @param annotations pages on which something was laid over, or a field moved, grew, or went
 * @param attachments names of the files inside that were added, changed or removed
 * @param scripts whether the candidate carries scripts that the original does not
 * @param reasons all of that, in words fit for a public page; empty only when identical
 */
public record Comparison(
        boolean identical,
        boolean continues,
        boolean readable,
        int pagesBefore,
        int pagesAfter,
        List<Change> changes,
        List<Integer> redrawn,
        List<Integer> annotations,
        List<String> attachments,
        boolean scripts,
        List<Reason> reasons) {

    /**
     * Words that were replaced, added or removed.
     *
     * @param page number in the original, or in the candidate for a page that was added; from 1
     * @param before what stood there; empty when words were added
     * @param after what stands there; empty when words were removed
     */
    public record Change(int page, String before, String after) {}

    /** What is compared of a file. */
    private record Sketch(List<PageSketch> pages, Contents contents, String layers) {}

    /**
     * @param original a file of ours, which is trusted
     * @param candidate anything
     */
    public static Comparison of(byte[] original, byte[] candidate, Limits limits) {
        Sketch ours = sketch(original, limits);
        if (Arrays.equals(original, candidate)) {
            int pages = ours.pages().size();
            return new Comparison(
                    true, false, true, pages, pages, List.of(), List.of(), List.of(), List.of(), false, List.of());
        }
        boolean continues = candidate.length > original.length
                && Arrays.equals(original, 0, original.length, candidate, 0, original.length);
        try {
            return between(ours, sketch(candidate, limits), continues, candidate.length - original.length);
        } catch (Refused e) {
            return new Comparison(
                    false,
                    continues,
                    false,
                    ours.pages().size(),
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    List.of(e.reason()));
        }
    }

    private static Sketch sketch(byte[] pdf, Limits limits) {
        return StrangersFile.read(
                pdf,
                limits,
                (document, deadline) -> new Sketch(
                        PageSketch.of(document, deadline),
                        Contents.of(document, deadline),
                        layers(document, deadline)));
    }

    /** Layers can hide and show parts of a page that is itself unchanged. */
    private static String layers(PDDocument document, Deadline deadline) throws IOException {
        return new Fingerprint(deadline)
                .of(document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.OCPROPERTIES));
    }

    private static Comparison between(Sketch ours, Sketch theirs, boolean continues, int added) {
        PageComparison pages = new PageComparison(ours.pages(), theirs.pages());
        List<String> attachments =
                different(ours.contents().attachments(), theirs.contents().attachments());
        boolean scripts = theirs.contents().scripts() && !ours.contents().scripts();
        Remarks remarks = new Remarks();
        remarks.pages(ours.pages().size(), theirs.pages().size());
        pages.changes().forEach(remarks::change);
        pages.redrawn().forEach(page -> remarks.add("document.difference.redrawn", page));
        pages.annotations().forEach(page -> remarks.add("document.difference.laid-over", page));
        attachments.forEach(name -> remarks.add("document.difference.attachment", name));
        remarks.addIf(scripts, "document.difference.scripts");
        remarks.addIf(!ours.layers().equals(theirs.layers()), "document.difference.layers");
        remarks.addIf(continues, "document.difference.continued", added);
        remarks.addIf(remarks.isEmpty(), "document.difference.bytes");
        return new Comparison(
                false,
                continues,
                true,
                ours.pages().size(),
                theirs.pages().size(),
                pages.changes(),
                pages.redrawn(),
                pages.annotations(),
                attachments,
                scripts,
                remarks.list());
    }

    private static List<String> different(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !before.getOrDefault(name, "-").equals(after.getOrDefault(name, "-")))
                .toList();
    }
}
