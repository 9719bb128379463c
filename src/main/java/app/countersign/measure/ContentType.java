package app.countersign.measure;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a file's first bytes show that it is, whatever its name says. Nothing is opened for that. */
final class ContentType {

    /** So many bytes are looked at. */
    static final int LOOKED_AT = 512;

    private static final String BINARY = "application/octet-stream";
    private static final int LONGEST_LETTER = 4;

    private static final Map<String, byte[]> MAGIC = magic();

    private ContentType() {}

    /** @param start the first bytes of the file, or all if there are fewer */
    static String of(byte[] start) {
        return MAGIC.entrySet().stream()
                .filter(entry -> startsWith(start, entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> isText(start) ? "text/plain" : BINARY);
    }

    private static boolean startsWith(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    /** UTF-8 without control characters; a letter at the end may be cut off. */
    private static boolean isText(byte[] start) {
        for (int cut = 0; cut < LONGEST_LETTER && cut < start.length; cut++) {
            try {
                CharBuffer text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(start, 0, start.length - cut));
                return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
            } catch (CharacterCodingException e) {
                if (start.length < LOOKED_AT) {
                    return false;
                }
            }
        }
        return false;
    }

    private static Map<String, byte[]> magic() {
        Map<String, byte[]> magic = new LinkedHashMap<>();
        magic.put("application/pdf", bytes("%PDF-"));
        magic.put("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        magic.put("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
        magic.put("image/gif", bytes("GIF8"));
        magic.put("application/zip", new byte[] {'P', 'K', 3, 4});
        magic.put("application/gzip", new byte[] {0x1f, (byte) 0x8b});
        magic.put("application/xml", bytes("<?xml "));
        return magic;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
