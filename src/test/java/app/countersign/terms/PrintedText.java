package app.countersign.terms;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A PDF's text in reading order, without the margins. The engine paints cell by cell and line by line, but within a line
 * the bold words last; so each run of letters on one line is sorted, and nothing else is.
 */
final class PrintedText extends PDFTextStripper {

    private static final float MARGIN_TOP = 72;
    private static final float MARGIN_BOTTOM = 68;
    private static final float SAME_LINE = 3;

    private final List<TextPosition> line = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float rightmost;

    private PrintedText() {}

    static String of(byte[] pdf) throws IOException {
        return read(pdf).text.toString();
    }

    /** The right edge of the letter that stands farthest right, in points. */
    static float rightmost(byte[] pdf) throws IOException {
        return read(pdf).rightmost;
    }

    private static PrintedText read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PrintedText printed = new PrintedText();
            printed.writeText(document, Writer.nullWriter());
            printed.endLine();
            return printed;
        }
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        float y = letter.getYDirAdj();
        if (y < MARGIN_TOP || y > letter.getPageHeight() - MARGIN_BOTTOM) {
            return;
        }
        if (!line.isEmpty() && Math.abs(line.get(0).getYDirAdj() - y) > SAME_LINE) {
            endLine();
        }
        line.add(letter);
    }

    private void endLine() {
        line.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
        float end = Float.MAX_VALUE;
        for (TextPosition letter : line) {
            if (letter.getXDirAdj() > end + letter.getFontSizeInPt() / 8) {
                text.append(' ');
            }
            text.append(letter.getUnicode());
            end = letter.getXDirAdj() + letter.getWidthDirAdj();
            rightmost = Math.max(rightmost, end);
        }
        text.append('\n');
        line.clear();
    }
}
