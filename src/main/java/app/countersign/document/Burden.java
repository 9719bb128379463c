package app.countersign.document;

import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What a stranger's file would take to be read, object by object, before any of them is unpacked into memory. What
 * {@link Precautions} had to guess from bytes is certain here. For one document, in one thread.
 */
final class Burden {

    private static final long MB = 1024L * 1024;

    /** A picture of a scanned sheet, an attached file, or a font: 48 MB. */
    private static final long MOST_AS_SUCH = 48 * MB;

    /** Instructions, of which each number becomes an object. */
    private static final long MOST_OTHERWISE = 4 * MB;

    private static final long MOST_FOR_OBJECTS = 4 * MB;

    /** Letters that one font may say it means; no script has as many. */
    private static final long MOST_LETTERS = 200_000;

    private static final int WORST_FLATE = 1032;
    private static final int WORST_LZW = 512;
    private static final int WORST_RUN_LENGTH = 64;
    private static final int DEEPEST = 64;

    private static final COSName LENGTH1 = COSName.LENGTH1;
    private static final COSName EMBEDDED_FILE = COSName.getPDFName("EmbeddedFile");
    private static final Set<COSName> DRAWN =
            Set.of(COSName.CONTENTS, COSName.N, COSName.R, COSName.D, COSName.getPDFName("G"));
    private static final Set<COSName> DRAWN_BY_NAME =
            Set.of(COSName.PATTERN, COSName.CHAR_PROCS, COSName.N, COSName.R, COSName.D);
    private static final Set<COSName> FONTS = Set.of(COSName.FONT_FILE, COSName.FONT_FILE2, COSName.FONT_FILE3);
    private static final Set<COSName> MAPS =
            Set.of(COSName.TO_UNICODE, COSName.ENCODING, COSName.getPDFName("UseCMap"));

    /** Between the two stands what whole ranges of codes mean. */
    private static final Pattern RANGES =
            Pattern.compile("begin(?:bf|cid|notdef)range(.*?)(?:end(?:bf|cid|notdef)range|\\z)", Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("%[^\\r\\n]*");

    /** {@code <0000> <FFFF> <0041>}: from one code to another, and what they mean. */
    private static final Pattern RANGE =
            Pattern.compile("<([0-9A-Fa-f]{1,8})>\\s*<([0-9A-Fa-f]{1,8})>\\s*(?:<[^>]*>|\\[[^\\]]*\\]|\\d+)");

    private final COSDocument document;
    private final Limits limits;
    private final Deadline deadline;
    private final Set<COSBase> mapsSeen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    private final byte[] nowhere = new byte[64 * 1024];
    private final LetterForms forms;
    private long letters;

    private Burden(COSDocument document, Limits limits, Deadline deadline) {
        this.document = document;
        this.limits = limits;
        this.deadline = deadline;
        this.forms = new LetterForms(deadline);
    }

    /** The largest that one stream may be, in bytes.
     *
     * @param asSuch whether it is a picture, a file or a font */
    static long most(boolean asSuch) {
        return asSuch ? MOST_AS_SUCH : MOST_OTHERWISE;
    }

    /** @throws Refused if it is more than the limits allow */
    static void check(PDDocument document, Limits limits, Deadline deadline) throws IOException {
        new Burden(document.getDocument(), limits, deadline).check();
    }

    private void check() throws IOException {
        Map<COSObjectKey, Long> table = new TreeMap<>(document.getXrefTable());
        objectStreams(table);
        long all = 0;
        for (COSObjectKey key : table.keySet()) {
            COSBase value = document.getObjectFromPool(key).getObject();
            if (value instanceof COSStream stream) {
                long size = size(stream);
                all += size;
                require(size <= most(isLarge(stream)) && all <= limits.unpacked());
            }
            look(value, 0);
        }
    }

    /** Objects within streams: PDFBox notes the stream's number, negative, instead of a place. */
    private void objectStreams(Map<COSObjectKey, Long> table) throws IOException {
        long all = 0;
        Set<Long> numbers = new TreeSet<>();
        table.values().stream().filter(place -> place < 0).forEach(numbers::add);
        for (long number : numbers) {
            COSBase value =
                    document.getObjectFromPool(new COSObjectKey(-number, 0)).getObject();
            all += value instanceof COSStream stream ? size(stream) : 0;
            require(all <= MOST_FOR_OBJECTS);
        }
    }

    private static void require(boolean sensible) {
        if (!sensible) {
            throw Precautions.bomb();
        }
    }

    private static boolean isLarge(COSStream stream) {
        boolean font = stream.containsKey(LENGTH1) && !stream.containsKey(COSName.SUBTYPE);
        return font
                || COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                || EMBEDDED_FILE.equals(stream.getCOSName(COSName.TYPE));
    }

    /** What it unpacks to, in bytes; at its worst where it cannot be told. */
    private long size(COSStream stream) throws IOException {
        long packed = Math.max(0, stream.getLength());
        List<String> filters = filters(stream);
        long packings = filters.stream().filter(Burden::packs).count();
        require(packings <= 1 && filters.size() <= 3);
        if (filters.stream().anyMatch(Set.of("LZWDecode", "LZW")::contains)) {
            return packed * WORST_LZW;
        }
        if (filters.stream().anyMatch(Set.of("RunLengthDecode", "RL")::contains)) {
            return packed * WORST_RUN_LENGTH;
        }
        if (filters.stream().anyMatch(Set.of("CCITTFaxDecode", "CCF")::contains)) {
            return fax(stream);
        }
        return packings == 0 ? packed : filters.size() == 1 ? inflated(stream) : packed * WORST_FLATE;
    }

    private static boolean packs(String filter) {
        return filter.matches("FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|CCITTFaxDecode|CCF");
    }

    private static List<String> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        List<String> names = new ArrayList<>();
        if (filters instanceof COSName name) {
            names.add(name.getName());
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < Math.min(array.size(), 9); i++) {
                names.add(array.getName(i, ""));
            }
        }
        return names;
    }

    private static long fax(COSStream stream) {
        COSBase given = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        COSBase one = given instanceof COSArray array && array.size() > 0 ? array.getObject(array.size() - 1) : given;
        COSDictionary parameters = one instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
        long columns = Math.max(parameters.getInt(COSName.COLUMNS, 1728), 0);
        long rows = Math.max(parameters.getInt(COSName.ROWS, 0), stream.getInt(COSName.HEIGHT, COSName.H, 0));
        return (columns + 7) / 8 * Math.max(rows, 0);
    }

    private long inflated(COSStream stream) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream raw = stream.createRawInputStream()) {
            raw.skipNBytes(Math.min(2, stream.getLength()));
            byte[] block = new byte[16 * 1024];
            for (int count = raw.read(block); count > 0 && !inflater.finished(); count = raw.read(block)) {
                inflater.setInput(block, 0, count);
                for (int some = inflater.inflate(nowhere); some > 0; some = inflater.inflate(nowhere)) {
                    deadline.check();
                    require(inflater.getBytesWritten() <= MOST_AS_SUCH);
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    /** Follows no reference: what is referred to is looked at when its turn comes. */
    private void look(COSBase value, int depth) throws IOException {
        deadline.check();
        if (depth > DEEPEST) {
            throw new IOException("nested too deeply");
        }
        if (value instanceof COSDictionary dictionary) {
            for (Map.Entry<COSName, COSBase> entry : new ArrayList<>(dictionary.entrySet())) {
                entry(entry.getKey(), dictionary);
                look(entry.getValue(), depth + 1);
            }
        } else if (value instanceof COSArray array) {
            for (COSBase one : array) {
                look(one, depth + 1);
            }
        }
    }

    private void entry(COSName name, COSDictionary dictionary) throws IOException {
        if (DRAWN.contains(name) || DRAWN_BY_NAME.contains(name)) {
            drawn(dictionary.getDictionaryObject(name));
        }
        if (FONTS.contains(name) && dictionary.getDictionaryObject(name) instanceof COSStream font) {
            require(size(font) <= MOST_AS_SUCH);
            forms.count(name, font);
        }
        if (MAPS.contains(name) && dictionary.getDictionaryObject(name) instanceof COSStream map && mapsSeen.add(map)) {
            letters(map);
        }
    }

    /** What holds instructions may not call itself something that is allowed to be large. */
    private void drawn(COSBase value) {
        if (value instanceof COSStream stream) {
            require(!isLarge(stream));
        } else if (value instanceof COSArray array) {
            array.toList().forEach(this::instructions);
        } else if (value instanceof COSDictionary dictionary) {
            dictionary.getValues().forEach(this::instructions);
        }
    }

    private void instructions(COSBase value) {
        COSBase resolved = value instanceof org.apache.pdfbox.cos.COSObject reference ? reference.getObject() : value;
        require(!(resolved instanceof COSStream stream) || !isLarge(stream));
    }

    /** A few bytes can say that a font has millions of letters. */
    private void letters(COSStream map) throws IOException {
        require(size(map) <= MOST_OTHERWISE);
        try (InputStream content = map.createInputStream()) {
            String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            Matcher ranges = RANGES.matcher(COMMENT.matcher(text).replaceAll(" "));
            while (ranges.find()) {
                ranges(ranges.group(1));
            }
        }
    }

    private void ranges(String text) {
        Matcher range = RANGE.matcher(text);
        while (range.find()) {
            deadline.check();
            letters += Math.max(0, Long.parseLong(range.group(2), 16) - Long.parseLong(range.group(1), 16)) + 1;
            require(letters <= MOST_LETTERS);
        }
    }
}
