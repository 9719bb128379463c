package app.countersign.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words that are set on a page, with their places, line by line across the page. For one document. */
final class PageWords extends PDFTextStripper {

    private static final int MOST_LETTERS = 60_000;

    /** A gap of that part of the letter's size parts two words. */
    private static final float GAP = 0.13f;

    private static final float SAME_LINE = 0.4f;

    private final Deadline deadline;
    private final List<Letter> letters = new ArrayList<>();

    private record Letter(String text, Area area, float size) {

        float middle() {
            return area.y() + area.height() / 2;
        }
    }

    /** A word and where it stands. */
    record Word(String text, Area area) {}

    PageWords(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @param page from 1 */
    List<Word> of(PDDocument document, int page) throws IOException {
        letters.clear();
        setStartPage(page);
        setEndPage(page);
        writeText(document, Writer.nullWriter());
        letters.sort(Comparator.comparingDouble(Letter::middle).reversed());
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= letters.size(); to++) {
            if (to == letters.size() || !sameLine(letters.get(from), letters.get(to))) {
                line(letters.subList(from, to), words);
                from = to;
            }
        }
        return words;
    }

    private static boolean sameLine(Letter first, Letter next) {
        return first.middle() - next.middle() < SAME_LINE * first.size();
    }

    private static void line(List<Letter> line, List<Word> words) {
        List<Letter> sorted = new ArrayList<>(line);
        sorted.sort(Comparator.comparingDouble(letter -> letter.area().x()));
        StringBuilder text = new StringBuilder();
        Area area = null;
        for (Letter letter : sorted) {
            boolean blank = letter.text().isBlank();
            boolean gap = area != null && letter.area().x() - area.x() - area.width() > GAP * letter.size();
            if ((blank || gap) && text.length() > 0) {
                words.add(new Word(text.toString(), area));
                text.setLength(0);
                area = null;
            }
            if (!blank) {
                text.append(letter.text());
                area = area == null ? letter.area() : area.joined(letter.area());
            }
        }
        if (text.length() > 0) {
            words.add(new Word(text.toString(), area));
        }
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (letters.size() < MOST_LETTERS && letter.getUnicode() != null) {
            float size = Math.max(1, letter.getFontSizeInPt());
            float bottom = letter.getPageHeight() - letter.getYDirAdj();
            Area area = new Area(letter.getXDirAdj(), bottom, letter.getWidthDirAdj(), Math.max(1, size * 0.7f));
            letters.add(new Letter(letter.getUnicode(), area, size));
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        deadline.check();
        super.processOperator(operator, operands);
    }

    /** Those whose middle is in none of the areas. */
    static List<Word> outside(List<Word> words, Collection<Area> areas) {
        return words.stream().filter(word -> !isIn(word, areas)).toList();
    }

    /** The words in that area, as they are read. */
    static String inside(List<Word> words, Area area) {
        StringBuilder text = new StringBuilder();
        words.stream()
                .filter(word -> isIn(word, List.of(area)))
                .forEach(word -> text.append(word.text()).append(' '));
        return Letters.onOneLine(text.toString());
    }

    private static boolean isIn(Word word, Collection<Area> areas) {
        float x = word.area().x() + word.area().width() / 2;
        float y = word.area().y() + word.area().height() / 2;
        return areas.stream().anyMatch(area -> area.widened(1).contains(x, y));
    }
}
