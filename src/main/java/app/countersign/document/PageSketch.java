package app.countersign.document;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a page says and how it is drawn, short enough to compare.
 *
 * @param words line by line across the page
 * @param drawing the fingerprint of its instructions and all they use
 * @param annotations the fingerprints of what is laid over it, sorted
 */
record PageSketch(List<String> words, String drawing, List<String> annotations) {

    static List<PageSketch> of(PDDocument document, Deadline deadline) throws IOException {
        Fingerprint fingerprint = new Fingerprint(deadline);
        Stripper stripper = new Stripper(deadline);
        List<PageSketch> pages = new ArrayList<>();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            pages.add(new PageSketch(
                    stripper.words(document, number), drawing(page, fingerprint), annotations(page, fingerprint)));
        }
        return pages;
    }

    private static String drawing(PDPage page, Fingerprint fingerprint) throws IOException {
        StringBuilder drawing = new StringBuilder();
        drawing.append(fingerprint.of(page.getCOSObject().getDictionaryObject(COSName.CONTENTS)));
        COSBase resources =
                page.getResources() == null ? null : page.getResources().getCOSObject();
        drawing.append(fingerprint.of(resources));
        drawing.append(page.getMediaBox()).append(page.getCropBox()).append(page.getRotation());
        drawing.append(page.getUserUnit());
        return drawing.toString();
    }

    private static List<String> annotations(PDPage page, Fingerprint fingerprint) throws IOException {
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        List<String> fingerprints = new ArrayList<>();
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            fingerprints.add(fingerprint.of(annotations.getObject(i)));
        }
        Collections.sort(fingerprints);
        return fingerprints;
    }

    /** Reads words, and stops at the deadline. */
    private static final class Stripper extends PDFTextStripper {
        private final Deadline deadline;

        Stripper(Deadline deadline) {
            this.deadline = deadline;
            setSortByPosition(true);
        }

        List<String> words(PDDocument document, int page) throws IOException {
            setStartPage(page);
            setEndPage(page);
            StringWriter text = new StringWriter();
            writeText(document, text);
            return Arrays.stream(text.toString().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            deadline.check();
            super.processOperator(operator, operands);
        }
    }
}
