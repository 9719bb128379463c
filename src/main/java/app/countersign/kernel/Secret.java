package app.countersign.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A password or the like that is kept in memory: masked, so that it can be read in no dump of it, log or error.
 *
 * <p>Whoever needs the text takes it for the moment and keeps it in no field.
 */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] masked;
    private final byte[] mask;

    private Secret(byte[] plain) {
        this.mask = new byte[plain.length];
        RANDOM.nextBytes(mask);
        this.masked = xor(plain, mask);
    }

    public static Secret of(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        try {
            return new Secret(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Hands over the characters, which are wiped afterwards. */
    public <T> T with(Function<char[], T> user) {
        byte[] plain = xor(masked, mask);
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(plain));
        char[] characters = Arrays.copyOf(decoded.array(), decoded.length());
        try {
            return user.apply(characters);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(decoded.array(), '\0');
            Arrays.fill(characters, '\0');
        }
    }

    /** For what takes nothing but a string; not to be kept. */
    public String text() {
        return with(String::new);
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] result = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(xor(masked, mask), xor(secret.masked, secret.mask));
    }

    @Override
    public int hashCode() {
        return masked.length;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
