package app.countersign.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;

/**
 * A hash over what an object says, with all that it refers to: the same for the same drawing instructions, fonts and images,
 * however a tool has numbered, ordered or packed them. For one document, in one thread.
 */
final class Fingerprint {

    private static final int DEEPEST = 100;
    private static final String CYCLE = "cycle";
    /** How it is packed, and where it hangs, are not what it says. */
    private static final Set<COSName> PACKING = Set.of(COSName.LENGTH, COSName.FILTER, COSName.DECODE_PARMS);

    private static final Set<COSName> SKIPPED = Set.of(
            COSName.PARENT,
            COSName.P,
            COSName.METADATA,
            COSName.getPDFName("StructParent"),
            COSName.getPDFName("StructParents"),
            COSName.getPDFName("LastModified"),
            COSName.getPDFName("PieceInfo"));

    private static final Set<COSName> PLAIN = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII_HEX_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION);

    private final Deadline deadline;
    private final Map<COSBase, String> known = new IdentityHashMap<>();

    Fingerprint(Deadline deadline) {
        this.deadline = deadline;
    }

    /** As {@link #Fingerprint(Deadline)}, but a page that is referred to counts by its number, not by what is on it. */
    Fingerprint(Deadline deadline, PDPageTree pages) {
        this(deadline);
        int number = 0;
        for (PDPage page : pages) {
            known.put(page.getCOSObject(), "page " + ++number);
        }
    }

    String of(COSBase value) throws IOException {
        return of(value, 0);
    }

    private String of(COSBase value, int depth) throws IOException {
        deadline.check();
        if (depth > DEEPEST) {
            throw new IOException("nested too deeply");
        }
        if (value instanceof COSDictionary || value instanceof COSArray) {
            String known = this.known.putIfAbsent(value, CYCLE);
            if (known != null) {
                return known;
            }
            String found =
                    value instanceof COSDictionary dictionary ? of(dictionary, depth) : of((COSArray) value, depth);
            this.known.put(value, found);
            return found;
        }
        return text(value);
    }

    private static String text(COSBase value) {
        if (value instanceof COSName name) {
            return "/" + name.getName();
        }
        if (value instanceof COSNumber number) {
            return "#" + number.floatValue();
        }
        if (value instanceof COSString string) {
            return "(" + HexFormat.of().formatHex(string.getBytes());
        }
        return value instanceof COSBoolean bool ? String.valueOf(bool.getValue()) : "null";
    }

    private String of(COSArray array, int depth) throws IOException {
        MessageDigest digest = Archival.digest();
        for (int i = 0; i < array.size(); i++) {
            add(digest, of(array.getObject(i), depth + 1));
        }
        return "[" + HexFormat.of().formatHex(digest.digest());
    }

    private String of(COSDictionary dictionary, int depth) throws IOException {
        MessageDigest digest = Archival.digest();
        List<COSName> names = dictionary.keySet().stream()
                .filter(name -> !SKIPPED.contains(name))
                .filter(name -> !(dictionary instanceof COSStream) || !PACKING.contains(name))
                .sorted()
                .toList();
        for (COSName name : names) {
            COSBase value = dictionary.getDictionaryObject(name);
            if (value != null) {
                add(digest, name.getName());
                add(digest, of(value, depth + 1));
            }
        }
        if (dictionary instanceof COSStream stream) {
            addContent(digest, stream);
        }
        return "<" + HexFormat.of().formatHex(digest.digest());
    }

    /** Unpacked; but a picture's own format is left as it is, and never handed to a decoder: how it is packed counts. */
    private void addContent(MessageDigest digest, COSStream stream) throws IOException {
        boolean plain = filters(stream).stream().allMatch(PLAIN::contains);
        if (!plain) {
            add(digest, of(stream.getFilters(), DEEPEST / 2));
            add(digest, of(stream.getDictionaryObject(COSName.DECODE_PARMS), DEEPEST / 2));
        }
        try (InputStream content = plain ? stream.createInputStream() : stream.createRawInputStream()) {
            byte[] block = new byte[64 * 1024];
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                deadline.check();
                digest.update(block, 0, count);
            }
        }
    }

    private static List<? extends COSBase> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSArray array) {
            return array.toList();
        }
        return filters == null ? List.of() : List.of(filters);
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
