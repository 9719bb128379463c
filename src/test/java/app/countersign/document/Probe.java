package app.countersign.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Sees whether two files really differ, in a way of its own: an alteration that does nothing would prove nothing. */
final class Probe {

    private static final int DPI = 72;

    /** Of the honest files, which are looked at again and again. */
    private static final Map<String, int[]> PIXELS = new HashMap<>();

    private static final Map<String, String> OUTLINES = new HashMap<>();

    private Probe() {}

    /** Whether that page looks different.
     *
     * @param one the honest file */
    static boolean looksDifferent(byte[] one, byte[] two, int page) {
        int[] before = PIXELS.computeIfAbsent(Archival.hex(one) + page, key -> pixels(one, page));
        return !Arrays.equals(before, pixels(two, page));
    }

    private static int[] pixels(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page - 1, DPI);
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anything that the document's root leads to is different, however it is saved. */
    static boolean isBuiltDifferently(byte[] one, byte[] two) {
        return !OUTLINES.computeIfAbsent(Archival.hex(one), key -> outline(one)).equals(outline(two));
    }

    private static String outline(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            StringBuilder outline = new StringBuilder();
            write(document.getDocumentCatalog().getCOSObject(), outline, new IdentityHashMap<>());
            return outline.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(COSBase value, StringBuilder outline, Map<COSBase, Integer> seen) throws IOException {
        if (value instanceof COSDictionary || value instanceof COSArray) {
            Integer known = seen.putIfAbsent(value, seen.size());
            if (known != null) {
                outline.append('^').append(known);
                return;
            }
        }
        if (value instanceof COSArray array) {
            outline.append('[');
            for (int i = 0; i < array.size(); i++) {
                write(array.getObject(i), outline, seen);
            }
        } else if (value instanceof COSDictionary dictionary) {
            outline.append('<');
            for (COSName name : new TreeSet<>(dictionary.keySet())) {
                if (!name.equals(COSName.LENGTH) && !name.equals(COSName.getPDFName("NM"))) {
                    outline.append(name.getName()).append('=');
                    write(dictionary.getDictionaryObject(name), outline, seen);
                }
            }
            if (dictionary instanceof COSStream stream) {
                try (InputStream content = stream.createInputStream()) {
                    outline.append(Arrays.hashCode(content.readAllBytes()));
                }
            }
        } else {
            outline.append(value);
        }
        outline.append(';');
    }
}
