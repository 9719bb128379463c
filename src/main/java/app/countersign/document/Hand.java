package app.countersign.document;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Writes set text onto a page or a field. */
record Hand(PDPageContentStream stream, PDFont font) {

    /**
     * @param x left edge of the box, in points
     * @param y lower edge of the box
     * @param fromTop whether the text begins at the box's top, as viewers do with several lines, or stands in its middle
     */
    void write(Setting setting, float x, float y, Placement box, boolean fromTop) throws IOException {
        float above = fromTop ? 0 : (box.height() - setting.height()) / 2;
        float baseline = y + box.height() - above - setting.face().ascent() * setting.size();
        write(setting, x + Setting.INSET, baseline);
    }

    void write(Setting setting, float x, float baseline) throws IOException {
        stream.beginText();
        stream.setFont(font, setting.size());
        stream.setLeading(setting.size() * Setting.LEADING);
        stream.newLineAtOffset(x, baseline);
        for (String line : setting.lines()) {
            stream.showText(line);
            stream.newLine();
        }
        stream.endText();
    }
}
