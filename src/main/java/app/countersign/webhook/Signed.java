package app.countersign.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers that say whose call it is (Standard Webhooks 1.0): {@code webhook-signature} is {@code v1,} and the Base64
 * of HMAC-SHA256 over {@code id.timestamp.body}, where the timestamp is in seconds since 1970.
 */
final class Signed {

    /** What the text of a secret begins with; the rest is Base64 of the key's bytes. */
    static final String PREFIX = "whsec_";

    private Signed() {}

    static String text(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    static Map<String, String> headers(UUID id, String body, byte[] secret, Instant now) {
        String timestamp = String.valueOf(now.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id.toString());
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", "v1," + hmac(id + "." + timestamp + "." + body, secret));
        return headers;
    }

    private static String hmac(String text, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
