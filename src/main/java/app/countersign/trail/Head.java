package app.countersign.trail;

import app.countersign.kernel.CanonicalJson;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Where the chain ended at some instant, signed with the installation's key. Whoever keeps one outside can prove later
 * that nothing before it was changed.
 *
 * @param json canonical, as it is to be kept: {@code head.json} of an export
 * @param position of the last row; 0 if there was none
 * @param hash of the last row
 * @param key fingerprint of the key, 64 hexadecimal digits
 */
public record Head(String json, Instant at, long position, String hash, UUID installation, String key) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** @param signer makes an Ed25519 signature with that key */
    static Head signed(
            UUID installation, long position, byte[] hash, Instant at, byte[] publicKey, UnaryOperator<byte[]> signer) {
        TreeMap<String, Object> members = new TreeMap<>();
        members.put("at", Entry.instant(at));
        members.put("hash", Told.hex(hash));
        members.put("installation", installation);
        members.put("key", Told.hex(Verifier.sha256().digest(publicKey)));
        members.put("position", position);
        members.put("publicKey", Base64.getEncoder().encodeToString(publicKey));
        members.put("type", Verifier.Head.TYPE);
        byte[] unsigned = CanonicalJson.object(members).getBytes(StandardCharsets.UTF_8);
        members.put("signature", Base64.getEncoder().encodeToString(signer.apply(unsigned)));
        return read(CanonicalJson.object(members));
    }

    /** @throws IllegalArgumentException if that is no head */
    static Head read(String json) {
        Verifier.Head head = parse(json);
        return new Head(
                json,
                Instant.parse(head.at()),
                head.position(),
                head.hash(),
                UUID.fromString(head.installation()),
                head.key());
    }

    /** @throws IllegalArgumentException if that is no head */
    static Verifier.Head parse(String json) {
        try {
            return Verifier.Head.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (Verifier.Unreadable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** As the API says it. */
    public static JsonObject toJson(Head head) {
        try (var reader = JSON.createReader(new StringReader(head.json()))) {
            return reader.readObject();
        }
    }

    Verifier.Head toVerify() {
        return parse(json);
    }
}
