package app.countersign.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes by time (TOTP, RFC 6238): six digits, another every 30 seconds, HMAC with SHA-1, as every app knows them. */
final class TimedCode {

    /** 160 bits, as RFC 4226 recommends. */
    static final int SECRET_BYTES = 20;

    /** Of how many steps before and after now a code is taken: people type slowly, and clocks differ. */
    static final int WINDOW = 1;

    private static final long STEP_SECONDS = 30;
    private static final String ISSUER = "Countersign";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecretKeySpec key;

    /** @param secret whoever gives it may wipe it */
    TimedCode(byte[] secret) {
        this.key = new SecretKeySpec(secret, generator.getAlgorithm());
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    String at(Instant instant) {
        return of(step(instant));
    }

    private String of(long step) {
        try {
            return generator.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * STEP_SECONDS), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }

    /**
     * The time step whose code that is.
     *
     * @param after steps up to this one are used up
     */
    OptionalLong stepOf(String code, Instant now, long after, int window) {
        long here = step(now);
        return LongStream.rangeClosed(here - window, here + window)
                .filter(step -> step > after)
                .filter(step -> isSame(of(step), code))
                .findFirst();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
    }

    /** For typing into an app, in groups of four. */
    String typeable() {
        return String.join(" ", secret().split("(?<=\\G.{4})"));
    }

    /** What the app reads from the picture. */
    String address(String userName) {
        String label = encode(ISSUER + ":" + userName);
        return "otpauth://totp/" + label + "?secret=" + secret() + "&issuer=" + ISSUER + "&digits=6&period="
                + STEP_SECONDS;
    }

    private String secret() {
        return Base32.encode(key.getEncoded());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
