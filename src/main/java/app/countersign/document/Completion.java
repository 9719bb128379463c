package app.countersign.document;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Writes values and signatures into the pages themselves. For one document, in one thread. */
final class Completion {

    private static final float CAPTION = 6.5f;
    private static final float CAPTION_GREY = 0.33f;
    private static final float LARGEST_NAME = 22;
    private static final int SPACE_FOR_INK = 6;

    private final PDDocument document;
    private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
    private final Map<Integer, PDPageContentStream> streams = new HashMap<>();

    Completion(PDDocument document) {
        this.document = document;
    }

    void write(Entry entry) throws IOException {
        if (!entry.text().isEmpty()) {
            Placement place = entry.place();
            hand(place, Face.SANS).write(entry.set(), place.x(), place.y(), place.height());
        }
    }

    void sign(Placement place, SignatureMark mark) throws IOException {
        float caption = caption(place, mark.caption());
        Placement above = new Placement(
                place.field(), place.page(), place.x(), place.y() + caption, place.width(), place.height() - caption);
        if (mark instanceof SignatureMark.Drawn drawn) {
            draw(above, drawn.ink());
        } else if (mark instanceof SignatureMark.Typed typed) {
            type(above, typed.name());
        }
    }

    /** From the bottom upwards; @return the height that they take, at most half of the place. */
    private float caption(Placement place, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return 0;
        }
        String text = Letters.clean(String.join("\n", lines));
        Setting setting = Setting.of(Face.SANS, text, place.width(), place.height() / 2, CAPTION)
                .orElseThrow(() -> new IllegalArgumentException("No room for the caption in " + place.field()));
        PDPageContentStream stream = stream(place);
        stream.setNonStrokingColor(CAPTION_GREY);
        float baseline = place.y() + setting.height() - Face.SANS.ascent() * setting.size();
        hand(place, Face.SANS).write(setting, place.x() + Setting.INSET, baseline);
        stream.setNonStrokingColor(0f);
        return setting.height();
    }

    private void draw(Placement place, Ink ink) throws IOException {
        PDImageXObject image = LosslessFactory.createFromImage(document, ink.pixels());
        float width = place.width() - 2 * Setting.INSET;
        float scale = Math.min(width / image.getWidth(), place.height() / image.getHeight());
        scale = Math.min(scale, place.height() * SPACE_FOR_INK / image.getWidth());
        stream(place)
                .drawImage(
                        image,
                        place.x() + Setting.INSET,
                        place.y(),
                        image.getWidth() * scale,
                        image.getHeight() * scale);
    }

    private void type(Placement place, String name) throws IOException {
        String text = Letters.onOneLine(name);
        Face face = Face.SERIF_ITALIC.hasAll(text) ? Face.SERIF_ITALIC : Face.SANS;
        Setting setting = Setting.of(face, text, place.width(), place.height(), LARGEST_NAME)
                .orElseThrow(() -> new IllegalArgumentException("No room for the name in " + place.field()));
        float baseline = place.y() + setting.height() - face.ascent() * setting.size();
        hand(place, face).write(setting, place.x() + Setting.INSET, baseline);
    }

    void finish() throws IOException {
        for (PDPageContentStream stream : streams.values()) {
            stream.close();
        }
    }

    private Hand hand(Placement place, Face face) throws IOException {
        if (!fonts.containsKey(face)) {
            fonts.put(face, face.embedUsed(document));
        }
        return new Hand(stream(place), fonts.get(face));
    }

    private PDPageContentStream stream(Placement place) throws IOException {
        if (!streams.containsKey(place.page())) {
            streams.put(
                    place.page(),
                    new PDPageContentStream(
                            document, document.getPage(place.page() - 1), AppendMode.APPEND, true, true));
        }
        return streams.get(place.page());
    }
}
