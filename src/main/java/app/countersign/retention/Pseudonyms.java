package app.countersign.retention;

import app.countersign.vault.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes (HMAC-SHA-256). With them it can be proven that a given record was among those that went, while nobody who
 * lacks the installation's key can guess which were.
 */
@ApplicationScoped
public class Pseudonyms {

    private static final String NAME = "retention-pseudonyms";

    @Inject
    private Passwords passwords;

    private byte[] key;

    protected Pseudonyms() {}

    Pseudonyms(byte[] key) {
        this.key = key.clone();
    }

    /** 64 lower-case hexadecimal digits.
     *
     * @param what keeps equal values of different things apart, such as a table's name */
    String of(String what, String value) {
        return HexFormat.of().formatHex(bytes(what, value));
    }

    byte[] bytes(String what, String value) {
        return bytes(what, List.of(value));
    }

    /** Of each value 32 bytes, one after the other. */
    byte[] bytes(String what, List<String> values) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            byte[] begin = what.getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[values.size() * mac.getMacLength()];
            int at = 0;
            for (String value : values) {
                mac.update(begin);
                mac.update((byte) 0);
                mac.update(value.getBytes(StandardCharsets.UTF_8));
                mac.doFinal(all, at);
                at += mac.getMacLength();
            }
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private synchronized byte[] key() {
        if (key == null) {
            key = passwords.of(NAME).text().getBytes(StandardCharsets.UTF_8);
        }
        return key;
    }
}
