package app.countersign.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A typeface of ours: its file, and how wide its letters are. Immutable. */
enum Face {
    SERIF("Countersign Serif", "CountersignSerif-Regular"),
    SERIF_ITALIC("Countersign Serif", "CountersignSerif-Italic"),
    SERIF_BOLD("Countersign Serif", "CountersignSerif-Bold"),
    SERIF_BOLD_ITALIC("Countersign Serif", "CountersignSerif-BoldItalic"),
    SANS("Countersign Sans", "CountersignSans-Regular"),
    SANS_BOLD("Countersign Sans", "CountersignSans-Bold");

    private final String family;
    private final String resource;
    private final byte[] file;
    private final Map<Integer, Integer> widths = new HashMap<>();
    private final float ascent;
    private final float descent;

    Face(String family, String file) {
        this.family = family;
        this.resource = "fonts/" + file + ".ttf";
        try {
            this.file = read(resource);
            try (TrueTypeFont font = parsed()) {
                measure(font);
                float scale = 1f / font.getUnitsPerEm();
                ascent = font.getHorizontalHeader().getAscender() * scale;
                descent = -font.getHorizontalHeader().getDescender() * scale;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream input = Face.class.getClassLoader().getResourceAsStream(resource)) {
            if (input == null) {
                throw new IOException(resource + " is missing");
            }
            return input.readAllBytes();
        }
    }

    private void measure(TrueTypeFont font) throws IOException {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        for (int letter = ' '; letter <= 0xffff; letter++) {
            int glyph = glyphs.getGlyphId(letter);
            if (glyph != 0) {
                widths.put(letter, font.getAdvanceWidth(glyph) * 1000 / font.getUnitsPerEm());
            }
        }
    }

    private TrueTypeFont parsed() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }

    String family() {
        return family;
    }

    String resource() {
        return resource;
    }

    byte[] file() {
        return file.clone();
    }

    /** Above the baseline, for a size of 1. */
    float ascent() {
        return ascent;
    }

    /** Below the baseline, for a size of 1; positive. */
    float descent() {
        return descent;
    }

    boolean has(int letter) {
        return widths.containsKey(letter);
    }

    boolean hasAll(String text) {
        return text.codePoints().allMatch(letter -> letter == '\n' || has(letter));
    }

    /** In points; a letter that the face lacks counts as nothing. */
    float width(String text, float size) {
        return text.codePoints().map(letter -> widths.getOrDefault(letter, 0)).sum() * size / 1000f;
    }

    /** All its letters, for what a reader may yet type. */
    PDType0Font embedWhole(PDDocument document) throws IOException {
        return PDType0Font.load(document, new ByteArrayInputStream(file), false);
    }

    /** Only the letters that are used until the document is saved. */
    PDType0Font embedUsed(PDDocument document) throws IOException {
        return PDType0Font.load(document, new ByteArrayInputStream(file), true);
    }
}
