package app.countersign.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How many rows a table has, and the sum of their SHA-256 hashes (256 bits, carried over the end): the same in whatever
 * order a database gives them.
 */
final class Tally {

    private static final int BYTES = 32;

    private final MessageDigest sha256;
    private final byte[] sum = new byte[BYTES];
    private long rows;

    Tally() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void add(Row row) {
        sha256.update(row.line());
        row.raw().forEach(sha256::update);
        byte[] hash = sha256.digest();
        int carry = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            carry += (sum[i] & 0xff) + (hash[i] & 0xff);
            sum[i] = (byte) carry;
            carry >>= Byte.SIZE;
        }
        rows++;
    }

    Sum sum() {
        return new Sum(rows, HexFormat.of().formatHex(sum));
    }

    /** @param hash 64 hexadecimal digits */
    record Sum(long rows, String hash) {}
}
