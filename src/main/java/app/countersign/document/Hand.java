package app.countersign.document;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Writes set text onto a page or a field. */
record Hand(PDPageContentStream stream, PDFont font) {

    private static final float GAP = 1;

    /**
     * Above the box's lower edge, where a form has its line.
     *
     * @param x left edge of the box, in points
     * @param y lower edge of the box
     * @param height of the box
     */
    void write(Setting setting, float x, float y, float height) throws IOException {
        float below = Math.min(GAP, (height - setting.height()) / 2);
        write(
                setting,
                x + Setting.INSET,
                y + below + setting.height() - setting.face().ascent() * setting.size());
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
