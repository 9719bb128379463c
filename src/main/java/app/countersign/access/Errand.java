package app.countersign.access;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A person on the way to the provider and back. It travels in a cookie of that browser, encrypted, so that whichever
 * instance they come back to knows of it, and strangers who begin take no memory.
 *
 * @param state comes back with the provider's answer: only this browser's answer is taken
 * @param nonce comes back in the ID token: only this errand's is taken
 * @param verifier with which we show that it was us who asked (RFC 7636)
 * @param then where the person wanted to go
 */
record Errand(State state, Nonce nonce, CodeVerifier verifier, String then, Instant begun) {

    /** Long enough to look for one's telephone. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int LONGEST_PATH = 1500;

    static Errand begin(String then, Instant now) {
        String path = then == null || then.length() > LONGEST_PATH ? "/" : then;
        return new Errand(new State(), new Nonce(), new CodeVerifier(), path, now);
    }

    byte[] bytes() {
        return Json.createObjectBuilder()
                .add("state", state.getValue())
                .add("nonce", nonce.getValue())
                .add("verifier", verifier.getValue())
                .add("then", then)
                .add("begun", begun.getEpochSecond())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if it was begun too long ago, or, by a clock that was set back, has not been yet. */
    static Optional<Errand> of(byte[] bytes, Instant now) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            JsonObject json = reader.readObject();
            Instant begun = Instant.ofEpochSecond(json.getJsonNumber("begun").longValue());
            return begun.isAfter(now) || !now.isBefore(begun.plus(LONGEST))
                    ? Optional.empty()
                    : Optional.of(new Errand(
                            new State(json.getString("state")),
                            new Nonce(json.getString("nonce")),
                            new CodeVerifier(json.getString("verifier")),
                            json.getString("then"),
                            begun));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
