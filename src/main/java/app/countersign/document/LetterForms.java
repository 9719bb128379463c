package app.countersign.document;

import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.cff.CFFParser;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.fontbox.cff.CharStringCommand;
import org.apache.fontbox.cff.Type1CharStringParser;
import org.apache.fontbox.encoding.StandardEncoding;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.type1.Type1Font;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;

/**
 * How many instructions and points the letters of embedded fonts come to. A letter may call routines that call others,
 * or consist of letters that consist of others: a few hundred bytes can come to more than any memory holds, and the
 * library unfolds them without asking. So they are counted first. For one document, in one thread.
 */
final class LetterForms {

    /** Of one letter; the most intricate ones of real fonts have a few thousand. */
    static final int MOST_OF_ONE = 20_000;

    /** Of all letters of all fonts; a large Chinese font has about two million. */
    private static final long MOST_OF_ALL = 6_000_000;

    private static final int DEEPEST = 16;

    private static final COSName FILE3 = COSName.FONT_FILE3;

    private final Deadline deadline;
    private long all;

    LetterForms(Deadline deadline) {
        this.deadline = deadline;
    }

    /**
     * @param entry of the font's descriptor, which says what kind of font it is
     * @throws app.countersign.kernel.Refused if its letters come to more than any real font's
     */
    void count(COSName entry, COSStream stream) throws IOException {
        try {
            if (COSName.FONT_FILE.equals(entry)) {
                type1(stream);
            } else {
                byte[] font = new PDStream(stream).toByteArray();
                if (isTables(font)) {
                    tables(font);
                } else if (FILE3.equals(entry)) {
                    compact(new CFFParser()
                            .parse(new RandomAccessReadBuffer(font))
                            .get(0));
                }
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | ClassCastException e) {
            // Whoever wants to draw with it will come no further.
            return;
        }
    }

    private void add(long steps) {
        all += steps;
        if (steps > MOST_OF_ONE || all > MOST_OF_ALL) {
            throw Precautions.bomb();
        }
    }

    /** As the library finds its parts, by lengths that it may have to correct. */
    private void type1(COSStream stream) throws IOException {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.FONT_FILE, stream);
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE1);
        dictionary.setName(COSName.BASE_FONT, "Helvetica");
        dictionary.setItem(COSName.FONT_DESC, descriptor);
        Type1Font font = new PDType1Font(dictionary).getType1Font();
        if (font != null) {
            type1(font);
        }
    }

    private void type1(Type1Font font) throws IOException {
        Type1CharStringParser parser = new Type1CharStringParser(font.getName());
        Map<String, byte[]> letters = font.getCharStringsDict();
        Set<String> composed = new HashSet<>();
        Set<String> parts = new HashSet<>();
        for (Map.Entry<String, byte[]> letter : letters.entrySet()) {
            deadline.check();
            Routines routines = new Routines(font.getSubrsArray());
            List<Object> steps = parsed(parser, letter, routines);
            add(letter.getValue().length + routines.given);
            for (int i = 2; i < steps.size(); i++) {
                if (steps.get(i) instanceof CharStringCommand command
                        && command.getType1KeyWord() == CharStringCommand.Type1KeyWord.SEAC) {
                    composed.add(letter.getKey());
                    parts.add(standard(steps.get(i - 1)));
                    parts.add(standard(steps.get(i - 2)));
                }
            }
        }
        requireNoneComposed(parts, composed);
    }

    private static List<Object> parsed(
            Type1CharStringParser parser, Map.Entry<String, byte[]> letter, Routines routines) throws IOException {
        try {
            return parser.parse(letter.getValue(), routines, letter.getKey());
        } catch (IndexOutOfBoundsException | ClassCastException e) {
            return List.of();
        }
    }

    private static String standard(Object code) {
        return code instanceof Integer number ? StandardEncoding.INSTANCE.getName(number) : "";
    }

    /** An accented letter consists of two that are whole; if each consisted of two, they would double without end. */
    private static <T> void requireNoneComposed(Set<T> parts, Set<T> composed) {
        parts.retainAll(composed);
        if (!parts.isEmpty()) {
            throw Precautions.bomb();
        }
    }

    /** Counts what is taken of them: each byte is at the most one instruction. */
    private static final class Routines extends AbstractList<byte[]> {

        private final List<byte[]> routines;
        private long given;

        Routines(List<byte[]> routines) {
            this.routines = routines;
        }

        @Override
        public byte[] get(int index) {
            byte[] routine = routines.get(index);
            given += routine.length + 1;
            if (given > MOST_OF_ONE) {
                throw Precautions.bomb();
            }
            return routine;
        }

        @Override
        public int size() {
            return routines.size();
        }
    }

    private void compact(CFFFont font) {
        byte[][] global = font.getGlobalSubrIndex().toArray(byte[][]::new);
        List<byte[]> letters = font.getCharStringBytes();
        Set<Integer> composed = new HashSet<>();
        Set<Integer> parts = new HashSet<>();
        for (int letter = 0; letter < letters.size(); letter++) {
            deadline.check();
            Unfolding unfolding = new Unfolding(global, local(font, letter), MOST_OF_ONE);
            unfolding.unfold(letters.get(letter));
            add(unfolding.steps());
            if (!unfolding.parts().isEmpty()) {
                composed.add(letter);
                unfolding
                        .parts()
                        .forEach(code -> parts.add(
                                font instanceof CFFType1Font named
                                        ? named.nameToGID(StandardEncoding.INSTANCE.getName(code))
                                        : 0));
            }
        }
        requireNoneComposed(parts, composed);
    }

    private static byte[][] local(CFFFont font, int letter) {
        if (font instanceof CFFType1Font named) {
            return (byte[][]) named.getPrivateDict().get("Subrs");
        }
        CFFCIDFont numbered = (CFFCIDFont) font;
        int dictionary = numbered.getFdSelect().getFDIndex(letter);
        boolean there = dictionary >= 0 && dictionary < numbered.getPrivDicts().size();
        return there ? (byte[][]) numbered.getPrivDicts().get(dictionary).get("Subrs") : null;
    }

    private static boolean isTables(byte[] font) {
        return font.length > 4
                && (startsWith(font, "OTTO") || startsWith(font, "true") || startsWith(font, "\0\1\0\0"));
    }

    private static boolean startsWith(byte[] font, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (font[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void tables(byte[] bytes) throws IOException {
        TTFParser parser = startsWith(bytes, "OTTO") ? new OTFParser(true) : new TTFParser(true);
        try (TrueTypeFont font = parser.parse(new RandomAccessReadBuffer(bytes))) {
            if (font instanceof OpenTypeFont open && open.isPostScript() && open.getCFF() != null) {
                compact(open.getCFF().getFont());
            }
            TTFTable glyf = font.getTableMap().get("glyf");
            if (glyf != null && font.getIndexToLocation() != null) {
                long[] places = font.getIndexToLocation().getOffsets();
                int count = Math.min(font.getNumberOfGlyphs(), places.length - 1);
                Composites composites = new Composites(bytes, glyf.getOffset(), places, count);
                for (int letter = 0; letter < count; letter++) {
                    deadline.check();
                    add(composites.points(letter, 0));
                }
            }
        }
    }

    /** Letters that consist of letters (OpenType, table glyf). */
    private static final class Composites {

        private static final int WORDS = 1;
        private static final int SCALE = 8;
        private static final int MORE = 0x20;
        private static final int TWO_SCALES = 0x40;
        private static final int MATRIX = 0x80;
        private static final long UNKNOWN = -1;
        private static final long BEING_COUNTED = -2;

        private final byte[] bytes;
        private final long start;
        private final long[] places;
        private final long[] known;

        Composites(byte[] bytes, long start, long[] places, int count) {
            this.bytes = bytes;
            this.start = start;
            this.places = places;
            this.known = new long[count];
            Arrays.fill(known, UNKNOWN);
        }

        /** Points, and parts of parts, each time anew where they stand several times. */
        long points(int letter, int depth) {
            if (letter >= known.length || places[letter] == places[letter + 1]) {
                return 1;
            }
            if (depth > DEEPEST || known[letter] == BEING_COUNTED) {
                throw Precautions.bomb();
            }
            if (known[letter] == UNKNOWN) {
                known[letter] = BEING_COUNTED;
                known[letter] = 1 + counted((int) Math.min(start + places[letter], Integer.MAX_VALUE), depth);
            }
            return known[letter];
        }

        private long counted(int at, int depth) {
            if (at + 10 > bytes.length) {
                return 0;
            }
            int outlines = (short) word(at);
            if (outlines >= 0) {
                return outlines == 0 ? 0 : word(at + 8 + 2 * outlines) + 1;
            }
            long points = 0;
            int flags = MORE;
            for (int part = at + 10; (flags & MORE) != 0 && points <= MOST_OF_ONE; part += length(flags)) {
                flags = word(part);
                points += points(word(part + 2), depth + 1);
            }
            return points;
        }

        private static int length(int flags) {
            int scale = (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
            return 4 + ((flags & WORDS) != 0 ? 4 : 2) + scale;
        }

        private int word(int at) {
            return at + 1 < bytes.length && at >= 0 ? (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff : 0;
        }
    }

    /**
     * The instructions of a letter in a compact font (Adobe Technical Note 5177), with those of all routines in their
     * place, as the library does it; but no more of them than one wants.
     */
    static final class Unfolding {

        private static final int CALL = 10;
        private static final int RETURN = 11;
        private static final int ESCAPE = 12;
        private static final int END = 14;
        private static final int CALL_GLOBAL = 29;

        /** Stand among the numbers for what is none. */
        private static final int COMMAND = Integer.MIN_VALUE;

        private static final int RETURNED = COMMAND + 1;
        private static final int FRACTION = COMMAND + 2;

        private final byte[][] global;
        private final byte[][] local;
        private final int most;
        private final List<Integer> parts = new ArrayList<>();
        private int[] steps = new int[64];
        private int size;
        private int worked;
        private int horizontal;
        private int vertical;

        Unfolding(byte[][] global, byte[][] local, int most) {
            this.global = global;
            this.local = local;
            this.most = most;
        }

        /** Up to where it goes wrong, if it does: the library comes no further, either. */
        void unfold(byte[] letter) {
            try {
                sequence(letter);
            } catch (IndexOutOfBoundsException | IllegalArgumentException | StackOverflowError e) {
                return;
            }
        }

        /** Instructions and numbers, and calls. */
        int steps() {
            return Math.max(size, worked);
        }

        int size() {
            return size;
        }

        /** The codes of the two letters that it consists of; empty for nearly all. */
        List<Integer> parts() {
            return parts;
        }

        private void add(int step) {
            if (++worked > most) {
                throw Precautions.bomb();
            }
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, 2 * size);
            }
            steps[size++] = step;
        }

        private void sequence(byte[] code) {
            int at = 0;
            while (at < code.length) {
                int first = code[at++] & 0xff;
                if (first == CALL) {
                    call(local);
                } else if (first == CALL_GLOBAL) {
                    call(global);
                } else if (first == 28) {
                    add((short) ((code[at] & 0xff) << 8 | code[at + 1] & 0xff));
                    at += 2;
                } else if (first < 32) {
                    at = command(first, code, at);
                } else {
                    at = number(first, code, at);
                }
            }
        }

        private int number(int first, byte[] code, int at) {
            if (first < 247) {
                add(first - 139);
                return at;
            }
            if (first < 255) {
                int second = code[at] & 0xff;
                add(first < 251 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108);
                return at + 1;
            }
            if (at + 4 > code.length) {
                throw new IndexOutOfBoundsException();
            }
            add(FRACTION);
            return at + 4;
        }

        private int command(int first, byte[] code, int at) {
            int after = at;
            if (first == 1 || first == 18) {
                horizontal += numbers() / 2;
            } else if (first == 3 || first == 23 || first == 19 || first == 20) {
                vertical += numbers() / 2;
            }
            if (first == 19 || first == 20) {
                after += (horizontal + vertical + 7) / 8;
            } else if (first == ESCAPE) {
                after++;
            } else if (first == END && numbers() >= 4) {
                parts.add(steps[size - 1]);
                parts.add(steps[size - 2]);
            }
            if (after > code.length) {
                throw new IndexOutOfBoundsException();
            }
            add(first == RETURN ? RETURNED : COMMAND);
            return after;
        }

        private int numbers() {
            int count = 0;
            while (count < size && steps[size - 1 - count] != COMMAND && steps[size - 1 - count] != RETURNED) {
                count++;
            }
            return count;
        }

        private void call(byte[][] routines) {
            if (routines == null || routines.length == 0) {
                return;
            }
            if (++worked > most) {
                throw Precautions.bomb();
            }
            int operand = steps[--size];
            if (operand <= FRACTION) {
                throw new IllegalArgumentException("no number");
            }
            int bias = routines.length < 1240 ? 107 : routines.length < 33900 ? 1131 : 32768;
            int number = bias + operand;
            sequence(routines[number]);
            if (steps[size - 1] == RETURNED) {
                size--;
            }
        }
    }
}
