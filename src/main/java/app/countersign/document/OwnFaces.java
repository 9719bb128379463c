package app.countersign.document;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.xhtmlrenderer.pdf.FontFamily;
import org.xhtmlrenderer.pdf.ITextFontResolver;

/** Our faces under their names, and under the generic ones: nothing can refer to a font that is not embedded. */
final class OwnFaces extends ITextFontResolver {

    OwnFaces() {
        for (Face face : Face.values()) {
            BaseFont font = baseFont(face);
            addFont(font, face.resource(), face.family());
            if (face.family().equals(Face.SERIF.family())) {
                addFont(font, face.resource(), "Serif");
            } else {
                addFont(font, face.resource(), "SansSerif");
                addFont(font, face.resource(), "Monospaced");
            }
        }
    }

    /** Not shared between renderings: the engine keeps state in them. */
    private static BaseFont baseFont(Face face) {
        try {
            return BaseFont.createFont(
                    face.resource(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, face.file(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Map<String, FontFamily> loadFonts() {
        return new HashMap<>();
    }
}
