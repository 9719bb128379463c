package app.countersign.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files that are made to take all the memory or time of whoever reads them; each is a sound PDF as far as it can be. */
final class HostileFiles {

    private static final int MB = 1 << 20;

    /** A little less than a page's instructions may unpack to. */
    private static final int INSTRUCTIONS = (int) Burden.most(false) - MB / 10;

    private static final String RANGES = "1 beginbfrange <0000> <FFFF> <0000> endbfrange\n";

    private HostileFiles() {}

    /** By what they do; each is made when it is asked for. */
    static Map<String, Supplier<byte[]>> all() {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        files.put("bomb-of-300-mb", () -> page("", flate(" ", 300 * MB)));
        files.put("bomb-that-hides-its-filter", HostileFiles::hidden);
        files.put("instructions", () -> page("", flate("q 1 0 0 1 0 0 cm Q\n", INSTRUCTIONS)));
        files.put("numbers-without-end", () -> page("", flate(".1 ", INSTRUCTIONS)));
        files.put("names-without-end", () -> page("", flate("/a/b/c/d/e/f/g/h", INSTRUCTIONS)));
        files.put("letters", () -> text("(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj\n", INSTRUCTIONS));
        files.put("pages-5000", () -> pages(5_000));
        files.put("pages-190-heavy", HostileFiles::heavyPages);
        files.put("page-tree-goes-round", HostileFiles::roundTree);
        files.put("nested-arrays", () -> nested("[", "]", 300_000));
        files.put("nested-dictionaries", () -> nested("<</A ", ">>", 300_000));
        files.put("nested-in-instructions", () -> page("", flate("[", INSTRUCTIONS)));
        files.put("objects", HostileFiles::objects);
        files.put("one-large-object", () -> nested("[.1 .2 .3 .4]", "", 400_000));
        files.put("object-streams", () -> objectStreams(15 * MB));
        files.put("object-streams-below-the-limit", () -> objectStreams(350_000));
        files.put("forms-that-call-themselves", () -> forms(1, false));
        files.put("forms-that-double", () -> forms(40, false));
        files.put("groups-in-groups", () -> forms(48, true));
        files.put("patterns-in-patterns", HostileFiles::patterns);
        files.put("image-of-60-megapixels", () -> image(7_800, 7_800, "/FlateDecode", flate("\0", 60 * MB)));
        files.put("image-below-the-limit", () -> image(4_000, 4_100, "/FlateDecode", flate("\0", 4_000 * 4_100 * 3)));
        files.put("image-that-says-it-is-small", () -> image(10, 10, "/DCTDecode", hugeJpeg()));
        files.put("fax-with-wide-rows", HostileFiles::fax);
        files.put("images-200", HostileFiles::images);
        files.put("letters-that-mean-ranges", () -> text("(a) Tj\n", 99, flate(RANGES, 2 * MB)));
        files.put(
                "routines-in-routines",
                () -> letters("/Type1", "/FontFile3", "/Subtype /Type1C", HostileFonts.compact()));
        files.put("letters-in-letters", () -> letters("/TrueType", "/FontFile2", "", HostileFonts.composite()));
        files.put("mesh", HostileFiles::mesh);
        files.put("samples", HostileFiles::samples);
        files.put("annotations", HostileFiles::annotations);
        files.put("fields-in-fields", HostileFiles::fields);
        files.put("attachment-below-the-limit", HostileFiles::attachment);
        return files;
    }

    /** Objects one by one, with the table at the end. */
    private static final class Raw {

        private final ByteArrayOutputStream file = new ByteArrayOutputStream();
        private final List<Integer> offsets = new ArrayList<>();

        Raw() {
            add("%PDF-1.7\n");
        }

        private void add(String text) {
            file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** @return its number */
        int object(String body) {
            offsets.add(file.size());
            add(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
            return offsets.size();
        }

        int stream(String entries, byte[] content) {
            offsets.add(file.size());
            add(offsets.size() + " 0 obj\n<<" + entries + " /Length " + content.length + ">>\nstream\n");
            file.writeBytes(content);
            add("\nendstream\nendobj\n");
            return offsets.size();
        }

        int next() {
            return offsets.size() + 1;
        }

        /** @param catalog further entries of the root */
        byte[] file(int pages, String catalog) {
            int root = object("<</Type /Catalog /Pages " + pages + " 0 R " + catalog + ">>");
            int table = file.size();
            add("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
            offsets.forEach(offset -> add("%010d 00000 n \n".formatted(offset)));
            add("trailer\n<</Size " + (offsets.size() + 1) + " /Root " + root + " 0 R>>\nstartxref\n" + table
                    + "\n%%EOF\n");
            return file.toByteArray();
        }

        byte[] onePage(String resources, int contents, String more) {
            int tree = next() + 1;
            int page = object("<</Type /Page /Parent " + tree + " 0 R /MediaBox [0 0 595 842] /Resources <<" + resources
                    + ">> /Contents " + contents + " 0 R " + more + ">>");
            object("<</Type /Pages /Count 1 /Kids [" + page + " 0 R]>>");
            return file(tree, "");
        }
    }

    private static byte[] flate(String piece, int bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream output = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            byte[] block = piece.repeat(64 * 1024 / piece.length()).getBytes(StandardCharsets.ISO_8859_1);
            for (long written = 0; written < bytes; written += block.length) {
                output.write(block, 0, (int) Math.min(block.length, bytes - written));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] page(String resources, byte[] packed) {
        Raw raw = new Raw();
        return raw.onePage(resources, raw.stream("/Filter /FlateDecode", packed), "");
    }

    /** Before the filter stands a string that reads like the beginning of the object. */
    private static byte[] hidden() {
        Raw raw = new Raw();
        int stream = raw.stream("/Filter /FlateDecode /X ( 1 0 obj <</Subtype /Image>>)", flate(" ", 60 * MB));
        return raw.onePage("", stream, "");
    }

    private static byte[] text(String piece, int bytes) {
        return text(piece, bytes, flate("\n", 10));
    }

    /** @param meaning the font's ToUnicode, packed */
    private static byte[] text(String piece, int bytes, byte[] meaning) {
        Raw raw = new Raw();
        int unicode = raw.stream("/Filter /FlateDecode", meaning);
        int font = raw.object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " + unicode + " 0 R>>");
        return raw.onePage(
                "/Font <</F " + font + " 0 R>>",
                raw.stream("/Filter /FlateDecode", flate("BT /F 9 Tf 50 50 Td " + piece + "ET\n", bytes)),
                "");
    }

    /** A space in a font of one's own. */
    private static byte[] letters(String kind, String entry, String entries, byte[] font) {
        Raw raw = new Raw();
        int file = raw.stream(entries + " /Length1 " + font.length, font);
        int descriptor = raw.object("<</Type /FontDescriptor /FontName /F /Flags 4 " + entry + " " + file + " 0 R>>");
        int name =
                raw.object("<</Type /Font /Subtype " + kind + " /BaseFont /F /FontDescriptor " + descriptor + " 0 R>>");
        return raw.onePage(
                "/Font <</F " + name + " 0 R>>",
                raw.stream("", "BT /F 9 Tf 50 50 Td ( ) Tj ET".getBytes(StandardCharsets.ISO_8859_1)),
                "");
    }

    private static byte[] pages(int count) {
        Raw raw = new Raw();
        int contents = raw.stream("/Filter /FlateDecode", flate("q Q\n", 4));
        return pages(raw, count, contents);
    }

    private static byte[] pages(Raw raw, int count, int contents) {
        int tree = raw.next() + count;
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < count; i++) {
            kids.append(raw.object("<</Type /Page /Parent " + tree + " 0 R /MediaBox [0 0 595 842] /Contents "
                            + contents + " 0 R>>"))
                    .append(" 0 R ");
        }
        raw.object("<</Type /Pages /Count " + count + " /Kids [" + kids + "]>>");
        return raw.file(tree, "");
    }

    /** All of them show the same stream. */
    private static byte[] heavyPages() {
        Raw raw = new Raw();
        return pages(raw, 190, raw.stream("/Filter /FlateDecode", flate("q 0 0 m 9 9 l S Q\n", INSTRUCTIONS)));
    }

    private static byte[] roundTree() {
        Raw raw = new Raw();
        raw.object("<</Type /Pages /Count 150 /Kids [2 0 R 2 0 R]>>");
        raw.object("<</Type /Pages /Count 150 /Parent 1 0 R /Kids [1 0 R 2 0 R]>>");
        return raw.file(1, "");
    }

    private static byte[] nested(String open, String close, int depth) {
        Raw raw = new Raw();
        int deep = raw.object(open.repeat(depth) + " 1 " + close.repeat(depth));
        return raw.onePage("/X " + deep + " 0 R", raw.stream("", new byte[0]), "");
    }

    private static byte[] objects() {
        Raw raw = new Raw();
        for (int i = 0; i < 95_000; i++) {
            raw.object("<</A [1 2 3 (abcdefgh) /Name" + i + "]>>");
        }
        return raw.onePage("", raw.stream("", new byte[0]), "");
    }

    private static byte[] objectStreams(int bytes) {
        Raw raw = new Raw();
        for (int i = 0; i < 10; i++) {
            raw.stream("/Type /ObjStm /N 90000 /First 1000000 /Filter /FlateDecode", flate("9 9 <</A[/B(c)]>>", bytes));
        }
        return raw.onePage("", raw.stream("", new byte[0]), "");
    }

    /** Each calls the next one twice; the last one the first. */
    private static byte[] forms(int count, boolean groups) {
        Raw raw = new Raw();
        String group = groups ? "/Group <</S /Transparency /I true>> " : "";
        for (int i = 1; i <= count; i++) {
            int next = i == count ? 1 : i + 1;
            raw.stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + group + "/Resources <</XObject <</X " + next
                            + " 0 R>>>>",
                    "q /X Do Q q /X Do Q".getBytes(StandardCharsets.ISO_8859_1));
        }
        return raw.onePage(
                "/XObject <</X 1 0 R>>",
                raw.stream("", "/X Do".getBytes(StandardCharsets.ISO_8859_1)),
                groups ? group : "");
    }

    private static byte[] patterns() {
        Raw raw = new Raw();
        for (int i = 1; i <= 20; i++) {
            raw.stream(
                    "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.01 /YStep 0.01 /Resources"
                            + " <</Pattern <</P " + (i % 20 + 1) + " 0 R>>>>",
                    "/Pattern cs /P scn 0 0 9 9 re f".getBytes(StandardCharsets.ISO_8859_1));
        }
        return raw.onePage(
                "/Pattern <</P 1 0 R>>",
                raw.stream("", "/Pattern cs /P scn 0 0 595 842 re f".getBytes(StandardCharsets.ISO_8859_1)),
                "");
    }

    private static byte[] image(int width, int height, String filter, byte[] content) {
        Raw raw = new Raw();
        int image = raw.stream(
                "/Type /XObject /Subtype /Image /Width " + width + " /Height " + height
                        + " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter " + filter,
                content);
        return raw.onePage("/XObject <</I " + image + " 0 R>>", draw(raw), "");
    }

    private static int draw(Raw raw) {
        return raw.stream("", "595 0 0 842 0 0 cm /I Do".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A small one whose header says 20,000 by 20,000. */
    private static byte[] hugeJpeg() {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = jpeg.toByteArray();
        for (int i = 0; i < bytes.length - 9; i++) {
            if (bytes[i] == (byte) 0xff && bytes[i + 1] == (byte) 0xc0) {
                bytes[i + 5] = bytes[i + 7] = (byte) (20_000 >> 8);
                bytes[i + 6] = bytes[i + 8] = (byte) 20_000;
            }
        }
        return bytes;
    }

    private static byte[] fax() {
        Raw raw = new Raw();
        int image = raw.stream(
                "/Type /XObject /Subtype /Image /Width 10 /Height 30000 /ColorSpace /DeviceGray /BitsPerComponent 1"
                        + " /Filter /CCITTFaxDecode /DecodeParms <</K -1 /Columns 900000 /Rows 30000>>",
                new byte[1_000]);
        return raw.onePage("/XObject <</I " + image + " 0 R>>", draw(raw), "");
    }

    private static byte[] images() {
        Raw raw = new Raw();
        StringBuilder resources = new StringBuilder();
        StringBuilder drawing = new StringBuilder();
        byte[] content = flate("\0", 400 * 400 * 3);
        for (int i = 0; i < 200; i++) {
            int image = raw.stream(
                    "/Type /XObject /Subtype /Image /Width 400 /Height 400 /ColorSpace /DeviceRGB /BitsPerComponent 8"
                            + " /Filter /FlateDecode",
                    content);
            resources.append("/I").append(i).append(' ').append(image).append(" 0 R ");
            drawing.append("q 595 0 0 842 0 0 cm /I").append(i).append(" Do Q\n");
        }
        return raw.onePage(
                "/XObject <<" + resources + ">>",
                raw.stream("", drawing.toString().getBytes(StandardCharsets.ISO_8859_1)),
                "");
    }

    /** Triangles, each as large as the page. */
    private static byte[] mesh() {
        Raw raw = new Raw();
        byte[] triangles = new byte[15 * 200_000];
        for (int i = 0; i < triangles.length; i += 15) {
            triangles[i + 6] = (byte) 0xff;
            triangles[i + 12] = (byte) 0xff;
            triangles[i + 2] = (byte) i;
        }
        int shading = raw.stream(
                "/ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 16 /BitsPerComponent 8 /BitsPerFlag 8"
                        + " /Decode [0 595 0 842 0 1]",
                triangles);
        return raw.onePage(
                "/Shading <</S " + shading + " 0 R>>",
                raw.stream("", "/S sh".getBytes(StandardCharsets.ISO_8859_1)),
                "");
    }

    /** A function with more samples than it has bytes. */
    private static byte[] samples() {
        Raw raw = new Raw();
        int function = raw.stream(
                "/FunctionType 0 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Size [9000 9000] /BitsPerSample 8",
                new byte[100]);
        int shading = raw.object("<</ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1 0 1] /Matrix [595 0 0 842 0 0]"
                + " /Function " + function + " 0 R>>");
        return raw.onePage(
                "/Shading <</S " + shading + " 0 R>>",
                raw.stream("", "/S sh".getBytes(StandardCharsets.ISO_8859_1)),
                "");
    }

    private static byte[] annotations() {
        Raw raw = new Raw();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            all.append("<</Type /Annot /Subtype /Stamp /Rect [0 0 595 842] /AP <</N 1 0 R>>>> ");
        }
        raw.stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 595 842]",
                "0 0 595 842 re f\n".repeat(500).getBytes(StandardCharsets.ISO_8859_1));
        return raw.onePage("", raw.stream("", new byte[0]), "/Annots [" + all + "]");
    }

    private static byte[] fields() {
        Raw raw = new Raw();
        int page = raw.object("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>");
        raw.object("<</Type /Pages /Count 1 /Kids [" + page + " 0 R]>>");
        int first = raw.next();
        for (int i = 0; i < 3_000; i++) {
            raw.object("<</FT /Tx /T (a) /Parent " + (first + i - 1) + " 0 R /Kids [" + (first + i + 1) + " 0 R "
                    + first + " 0 R]>>");
        }
        raw.object("<</FT /Tx /T (a)>>");
        return raw.file(2, "/AcroForm <</Fields [" + first + " 0 R]>>");
    }

    private static byte[] attachment() {
        Raw raw = new Raw();
        int content = raw.stream("/Type /EmbeddedFile /Filter /FlateDecode", flate("\0", (int) Burden.most(true) - MB));
        raw.object("<</Type /Filespec /F (a) /EF <</F " + content + " 0 R>>>>");
        return raw.onePage("", raw.stream("", new byte[0]), "");
    }
}
