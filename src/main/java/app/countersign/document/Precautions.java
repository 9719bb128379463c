package app.countersign.document;

import app.countersign.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What is looked at before a parser sees a stranger's file. The parser unpacks streams into memory without asking how
 * large they become, so each is unpacked here first, into nowhere, and counted. Filters that cannot be counted that way are
 * counted at their worst.
 */
final class Precautions {

    private static final int HEADER_WITHIN = 1024;
    private static final int DICTIONARY_WITHIN = 16 * 1024;

    /** What stands outside streams becomes many small things in memory; so do object and cross-reference streams. */
    private static final long MOST_OUTSIDE = 8L * 1024 * 1024;

    private static final long MOST_FOR_OBJECTS = 4L * 1024 * 1024;

    private static final int WORST_FLATE = 1032;
    private static final int WORST_LZW = 512;
    private static final int WORST_RUN_LENGTH = 64;
    private static final int MOST_COLUMNS = 1_000_000;

    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern FLATE = Pattern.compile("/(FlateDecode|Fl)\\b");
    private static final Pattern LZW = Pattern.compile("/LZW(Decode)?\\b");
    private static final Pattern RUN_LENGTH = Pattern.compile("/(RunLengthDecode|RL)\\b");
    private static final Pattern ASCII = Pattern.compile("/(ASCII85Decode|A85|ASCIIHexDecode|AHx)\\b");
    private static final Pattern ELSEWHERE = Pattern.compile("/(F|Filter)\\s*\\[?\\s*\\d+\\s+\\d+\\s+R");
    private static final Pattern COLUMNS = Pattern.compile("/(Columns|Colors|BitsPerComponent)\\s+(\\d+)");
    private static final Pattern LARGE =
            Pattern.compile("/Subtype\\s*/Image\\b|/Type\\s*/EmbeddedFile\\b|/Length1\\s+\\d");
    private static final Pattern OBJECTS = Pattern.compile("/(ObjStm|XRef)\\b");

    private final byte[] pdf;
    private final Limits limits;
    private final Deadline deadline;
    private final byte[] nowhere = new byte[64 * 1024];
    private long unpacked;
    private long objects;
    private long outside;

    Precautions(byte[] pdf, Limits limits, Deadline deadline) {
        this.pdf = pdf;
        this.limits = limits;
        this.deadline = deadline;
    }

    void take() {
        if (pdf.length > limits.bytes()) {
            throw Refused.because("document.unreadable.too-large", limits.bytes() / (1024 * 1024));
        }
        if (find("%PDF-", 0) < 0 || find("%PDF-", 0) > HEADER_WITHIN) {
            throw Refused.because("document.unreadable.no-pdf");
        }
        if (find("/Encrypt", 0) >= 0) {
            throw Refused.because("document.unreadable.encrypted");
        }
        countObjects();
        countStreams();
    }

    private void countObjects() {
        int objects = 0;
        for (int at = find(" obj", 0); at >= 0; at = find(" obj", at + 1)) {
            if (++objects > limits.objects()) {
                throw Refused.because("document.unreadable.too-many-objects", limits.objects());
            }
        }
    }

    private void countStreams() {
        outside = pdf.length;
        for (int at = find("stream", 0); at >= 0; at = find("stream", at + 1)) {
            if (at < 3 || pdf[at - 1] != 'd' || pdf[at - 2] != 'n') {
                countStream(at);
            }
        }
        if (outside > MOST_OUTSIDE) {
            throw bomb();
        }
    }

    private void countStream(int keyword) {
        int data = keyword + "stream".length();
        while (data < pdf.length && (pdf[data] == ' ' || pdf[data] == '\r' || pdf[data] == '\n')) {
            data++;
        }
        int end = find("endstream", data);
        long packed = (end < 0 ? pdf.length : end) - data;
        outside -= packed;
        String dictionary = dictionaryBefore(keyword);
        if (ELSEWHERE.matcher(dictionary).find() || columns(dictionary) > MOST_COLUMNS) {
            throw bomb();
        }
        long size = size(dictionary, data, packed);
        objects += OBJECTS.matcher(dictionary).find() ? size : 0;
        unpacked += size;
        if (size > Burden.most(isLarge(dictionary)) || objects > MOST_FOR_OBJECTS || unpacked > limits.unpacked()) {
            throw bomb();
        }
    }

    /** Whether it says, and says nothing that could be read otherwise, that it is a picture, a file or a font. */
    private static boolean isLarge(String dictionary) {
        return DictionaryText.isPlain(dictionary) && LARGE.matcher(dictionary).find();
    }

    /** What the stream unpacks to, in bytes; at its worst where it cannot be told. */
    private long size(String dictionary, int data, long packed) {
        boolean flate = FLATE.matcher(dictionary).find();
        boolean lzw = LZW.matcher(dictionary).find();
        boolean runs = RUN_LENGTH.matcher(dictionary).find();
        int packings = count(FLATE, dictionary) + count(LZW, dictionary) + count(RUN_LENGTH, dictionary);
        if (packings > 1) {
            throw bomb();
        }
        if (flate && ASCII.matcher(dictionary).find()) {
            return packed * WORST_FLATE;
        }
        // Whatever the dictionary says: what can be inflated may be.
        long most = Math.max(packed, inflated(data));
        return lzw ? packed * WORST_LZW : runs ? packed * WORST_RUN_LENGTH : most;
    }

    private static int count(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }

    private static long columns(String dictionary) {
        Matcher matcher = COLUMNS.matcher(dictionary);
        long most = 0;
        while (matcher.find()) {
            String digits = matcher.group(2);
            most = Math.max(most, digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits));
        }
        return most;
    }

    /** As the parser does it: without heeding the two bytes of header, and up to the first error. */
    private long inflated(int data) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(pdf, Math.min(data + 2, pdf.length), Math.max(0, pdf.length - data - 2));
            while (!inflater.finished() && !inflater.needsInput()) {
                if (inflater.inflate(nowhere) == 0 && inflater.needsDictionary()) {
                    break;
                }
                deadline.check();
                if (unpacked + inflater.getBytesWritten() > limits.unpacked()) {
                    throw bomb();
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    /** The text from the object's beginning to its stream, names unescaped. */
    private String dictionaryBefore(int keyword) {
        int start = Math.max(0, keyword - DICTIONARY_WITHIN);
        String text = new String(pdf, start, keyword - start, StandardCharsets.ISO_8859_1);
        String dictionary = text.substring(Math.max(text.lastIndexOf(" obj"), text.lastIndexOf("endobj")) + 1);
        return ESCAPE.matcher(dictionary)
                .replaceAll(
                        hit -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(hit.group(1), 16))));
    }

    static Refused bomb() {
        return Refused.because("document.unreadable.bomb");
    }

    private int find(String token, int from) {
        byte first = (byte) token.charAt(0);
        for (int at = from; at <= pdf.length - token.length(); at++) {
            if (pdf[at] == first && matches(token, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(String token, int at) {
        for (int i = 1; i < token.length(); i++) {
            if (pdf[at + i] != token.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
