package app.countersign.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * How an API key reads: {@code cs_}, 36 random letters and digits (214 bits), and 6 that are the CRC-32 of all before.
 * Whoever looks for secrets that got into a repository finds it by its form and knows by the sum that it is one; and
 * what was mistyped is refused without asking the database.
 */
final class KeyText {

    static final String PREFIX = "cs_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 36;
    private static final int SUM = 6;
    private static final int SHOWN = 4;
    private static final SecureRandom SOURCE = new SecureRandom();

    private KeyText() {}

    static String random() {
        StringBuilder key = new StringBuilder(PREFIX);
        SOURCE.ints(RANDOM, 0, DIGITS.length()).forEach(i -> key.append(DIGITS.charAt(i)));
        return key.append(sum(key)).toString();
    }

    /** Whether it can be a key at all: one that was set by hand may read as it likes. */
    static boolean isPlausible(String key) {
        if (!key.startsWith(PREFIX)) {
            return true;
        }
        int end = key.length() - SUM;
        return key.length() == PREFIX.length() + RANDOM + SUM
                && key.substring(end).equals(sum(key.substring(0, end)));
    }

    /** What lists show of it, enough to tell one's own keys apart: {@code cs_…h3Kx}. */
    static String hint(String key) {
        return PREFIX + "…" + key.substring(key.length() - SHOWN);
    }

    private static String sum(CharSequence text) {
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.UTF_8));
        StringBuilder digits = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < SUM; i++) {
            digits.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.toString();
    }
}
