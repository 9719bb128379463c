package app.countersign.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Other letters in the place of those that were printed. */
final class WordForgeries {

    private static final int PAIR = 2;

    private WordForgeries() {}

    static List<Forgery> all() {
        return List.of(
                Forgery.seen("a letter edited", (document, chance) -> edited(document, chance, Character::isLetter)),
                Forgery.seen("a digit edited", (document, chance) -> edited(document, chance, Character::isDigit)),
                Forgery.seen("a negation removed", WordForgeries::negated),
                Forgery.seen("a line of text removed", WordForgeries::removed),
                Forgery.seen("a line of text moved", WordForgeries::moved),
                Forgery.seen("glyphs swapped in a font", WordForgeries::glyphsSwapped),
                Forgery.unseen("ToUnicode of a font changed", WordForgeries::unicodeChanged),
                Forgery.unseen("widths of a font changed", WordForgeries::widthsChanged));
    }

    /** The tokens of a page, with the font that is set at each string. */
    private static final class Tokens {

        private final PDPage page;
        private final List<Object> tokens;
        private final Map<COSString, PDFont> strings = new java.util.IdentityHashMap<>();
        private final Map<PDFont, Map<String, Integer>> seen = new HashMap<>();

        Tokens(PDPage page) throws IOException {
            this.page = page;
            tokens = new ArrayList<>(new PDFStreamParser(page).parse());
            Map<COSName, PDFont> fonts = new HashMap<>();
            PDFont font = null;
            for (int i = 0; i < tokens.size(); i++) {
                Object token = tokens.get(i);
                if (token instanceof Operator operator && operator.getName().equals("Tf")) {
                    COSName name = (COSName) tokens.get(i - 2);
                    if (!fonts.containsKey(name)) {
                        fonts.put(name, page.getResources().getFont(name));
                    }
                    font = fonts.get(name);
                } else if (token instanceof COSString string) {
                    note(string, font);
                } else if (token instanceof COSArray array) {
                    for (COSBase part : array) {
                        if (part instanceof COSString string) {
                            note(string, font);
                        }
                    }
                }
            }
        }

        private void note(COSString string, PDFont font) {
            if (font instanceof PDType0Font && string.getBytes().length >= PAIR) {
                strings.put(string, font);
                Map<String, Integer> letters = seen.computeIfAbsent(font, key -> new TreeMap<>());
                for (int at = 0; at < string.getBytes().length; at += PAIR) {
                    String letter = font.toUnicode(code(string, at));
                    if (letter != null && !letter.isBlank()) {
                        letters.put(letter, code(string, at));
                    }
                }
            }
        }

        static int code(COSString string, int at) {
            return (string.getBytes()[at] & 0xff) << 8 | string.getBytes()[at + 1] & 0xff;
        }

        String text(COSString string) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < string.getBytes().length; at += PAIR) {
                String letter = strings.get(string).toUnicode(code(string, at));
                text.append(letter == null ? " " : letter);
            }
            return text.toString();
        }

        void replace(COSString old, byte[] bytes) {
            COSString fresh = new COSString(bytes);
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i) == old) {
                    tokens.set(i, fresh);
                } else if (tokens.get(i) instanceof COSArray array) {
                    for (int k = 0; k < array.size(); k++) {
                        if (array.get(k) == old) {
                            array.set(k, fresh);
                        }
                    }
                }
            }
        }

        void write(PDDocument document) throws IOException {
            PDStream stream = new PDStream(document);
            try (var output = stream.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(output).writeTokens(tokens);
            }
            page.setContents(stream);
        }
    }

    private static int edited(PDDocument document, Random chance, IntPredicate wanted) throws IOException {
        for (int number : shuffled(document, chance)) {
            Tokens tokens = new Tokens(document.getPage(number - 1));
            List<COSString> strings = new ArrayList<>(tokens.strings.keySet());
            java.util.Collections.shuffle(strings, chance);
            for (COSString string : strings) {
                byte[] bytes = string.getBytes().clone();
                String text = tokens.text(string);
                for (int at = 0; at < bytes.length; at += PAIR) {
                    String letter = tokens.strings.get(string).toUnicode(Tokens.code(string, at));
                    if (letter != null && letter.length() == 1 && wanted.test(letter.charAt(0)) && !text.isBlank()) {
                        List<Integer> others = tokens.seen.get(tokens.strings.get(string)).entrySet().stream()
                                .filter(e -> wanted.test(e.getKey().charAt(0))
                                        && !e.getKey().equals(letter))
                                .map(Map.Entry::getValue)
                                .toList();
                        if (!others.isEmpty()) {
                            int code = others.get(chance.nextInt(others.size()));
                            bytes[at] = (byte) (code >> 8);
                            bytes[at + 1] = (byte) code;
                            tokens.replace(string, bytes);
                            tokens.write(document);
                            return number;
                        }
                    }
                }
            }
        }
        throw new IllegalStateException("nothing to edit");
    }

    private static List<Integer> shuffled(PDDocument document, Random chance) {
        List<Integer> pages = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            pages.add(page);
        }
        java.util.Collections.shuffle(pages, chance);
        return pages;
    }

    private static int negated(PDDocument document, Random chance) throws IOException {
        for (int number : shuffled(document, chance)) {
            Tokens tokens = new Tokens(document.getPage(number - 1));
            for (COSString string : new ArrayList<>(tokens.strings.keySet())) {
                int at = tokens.text(string).indexOf(chance.nextBoolean() ? "nicht " : "kein");
                if (at >= 0) {
                    int end = tokens.text(string).indexOf(' ', at);
                    end = end < 0 ? tokens.text(string).length() : end;
                    byte[] bytes = string.getBytes();
                    byte[] shorter = new byte[bytes.length - (end - at) * PAIR];
                    System.arraycopy(bytes, 0, shorter, 0, at * PAIR);
                    System.arraycopy(bytes, end * PAIR, shorter, at * PAIR, bytes.length - end * PAIR);
                    tokens.replace(string, shorter);
                    tokens.write(document);
                    return number;
                }
            }
        }
        return removed(document, chance);
    }

    private static int removed(PDDocument document, Random chance) throws IOException {
        int number = 1 + chance.nextInt(document.getNumberOfPages());
        Tokens tokens = new Tokens(document.getPage(number - 1));
        List<COSString> strings = tokens.strings.keySet().stream()
                .filter(string -> !tokens.text(string).isBlank())
                .toList();
        tokens.replace(strings.get(chance.nextInt(strings.size())), new byte[0]);
        tokens.write(document);
        return number;
    }

    private static int moved(PDDocument document, Random chance) throws IOException {
        int number = 1 + chance.nextInt(document.getNumberOfPages());
        Tokens tokens = new Tokens(document.getPage(number - 1));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < tokens.tokens.size(); i++) {
            if (tokens.tokens.get(i) instanceof Operator operator
                    && operator.getName().equals("Tm")) {
                places.add(i);
            }
        }
        int at = places.get(chance.nextInt(places.size()));
        float y = ((org.apache.pdfbox.cos.COSNumber) tokens.tokens.get(at - 1)).floatValue();
        tokens.tokens.set(at - 1, new org.apache.pdfbox.cos.COSFloat(y - 7 - chance.nextInt(20)));
        tokens.write(document);
        return number;
    }

    private static COSDictionary font(PDDocument document, int page, Random chance) throws IOException {
        Tokens tokens = new Tokens(document.getPage(page - 1));
        List<PDFont> fonts = new ArrayList<>(tokens.seen.keySet());
        fonts.removeIf(font -> tokens.seen.get(font).size() < 8);
        fonts.sort(java.util.Comparator.comparing(PDFont::getName));
        return (COSDictionary) fonts.get(chance.nextInt(fonts.size())).getCOSObject();
    }

    private static int glyphsSwapped(PDDocument document, Random chance) throws IOException {
        int number = 1 + chance.nextInt(document.getNumberOfPages());
        COSDictionary font = font(document, number, chance);
        COSDictionary descendant =
                (COSDictionary) font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
        COSStream map = document.getDocument().createCOSStream();
        int shift = 1 + chance.nextInt(3);
        try (var output = map.createOutputStream(COSName.FLATE_DECODE)) {
            for (int cid = 0; cid < 2_000; cid++) {
                int glyph = cid == 0 ? 0 : cid ^ shift;
                output.write(glyph >> 8);
                output.write(glyph);
            }
        }
        descendant.setItem(COSName.CID_TO_GID_MAP, map);
        return number;
    }

    private static int unicodeChanged(PDDocument document, Random chance) throws IOException {
        int number = 1 + chance.nextInt(document.getNumberOfPages());
        COSStream map = font(document, number, chance).getCOSStream(COSName.TO_UNICODE);
        String text;
        try (var input = map.createInputStream()) {
            text = new String(input.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        }
        String altered =
                text.replaceFirst("<00([0-9a-fA-F]{2})>\\s*\n", "<00" + (chance.nextBoolean() ? "41" : "42") + ">\n");
        altered = altered.equals(text) ? text + "\n% " + chance.nextInt() : altered;
        try (var output = map.createOutputStream(COSName.FLATE_DECODE)) {
            output.write(altered.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return number;
    }

    private static int widthsChanged(PDDocument document, Random chance) throws IOException {
        int number = 1 + chance.nextInt(document.getNumberOfPages());
        COSDictionary descendant = (COSDictionary) font(document, number, chance)
                .getCOSArray(COSName.DESCENDANT_FONTS)
                .getObject(0);
        COSArray widths = descendant.getCOSArray(COSName.W);
        descendant.setInt(COSName.DW, 100 + chance.nextInt(800));
        if (widths != null && chance.nextBoolean()) {
            descendant.removeItem(COSName.W);
        }
        return number;
    }
}
