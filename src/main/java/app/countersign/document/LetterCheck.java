package app.countersign.document;

import app.countersign.kernel.Refused;
import com.lowagie.text.pdf.BaseFont;
import java.util.Locale;
import org.xhtmlrenderer.extend.FontContext;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextTextRenderer;
import org.xhtmlrenderer.render.FSFont;

/** Stops at a letter that its face lacks, where the layout engine would leave a hole in the words. */
final class LetterCheck extends ITextTextRenderer {

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        BaseFont face = ((ITextFSFont) font).getFontDescription().getFont();
        text.codePoints()
                .filter(letter -> letter > ' ' && !face.charExists(letter))
                .findFirst()
                .ifPresent(letter -> {
                    throw Refused.because(
                            "document.rendering.letter",
                            Character.toString(letter),
                            String.format(Locale.ROOT, "U+%04X", letter),
                            face.getPostscriptFontName());
                });
        return super.getWidth(context, font, text);
    }
}
