package app.countersign.access;

import java.math.BigInteger;
import java.util.Locale;

/** Base32 (RFC 4648) without padding, as authenticator apps take their secrets. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** @param bytes a multiple of five */
    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        BigInteger number = new BigInteger(1, bytes);
        for (int at = bytes.length * Byte.SIZE / BITS - 1; at >= 0; at--) {
            text.append(ALPHABET.charAt(number.shiftRight(at * BITS).intValue() & 31));
        }
        return text.toString();
    }

    /** @param text a multiple of eight letters */
    static byte[] decode(String text) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            number = number.shiftLeft(BITS).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        byte[] raw = number.toByteArray();
        int length = Math.min(raw.length, bytes.length);
        System.arraycopy(raw, raw.length - length, bytes, bytes.length - length, length);
        return bytes;
    }
}
