package app.countersign.backup;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a backup that anyone can read.
 *
 * @param schema the version of the tables, as the migrations count
 * @param keyId which of the installation's keys encrypted the secret
 * @param secret the file's own key, encrypted with the installation's
 */
record Header(UUID id, Instant madeAt, String schema, int keyId, byte[] secret) {

    String line() {
        JsonObject json = new JsonObject();
        json.addProperty("id", id.toString());
        json.addProperty("made-at", madeAt.toString());
        json.addProperty("schema", schema);
        json.addProperty("installation-key", Integer.toUnsignedString(keyId));
        json.addProperty("secret", Base64.getEncoder().encodeToString(secret));
        return json.toString();
    }

    /** Empty if that is no header. */
    static Optional<Header> of(String line) {
        try {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            return Optional.of(new Header(
                    UUID.fromString(json.get("id").getAsString()),
                    Instant.parse(json.get("made-at").getAsString()),
                    json.get("schema").getAsString(),
                    Integer.parseUnsignedInt(json.get("installation-key").getAsString()),
                    Base64.getDecoder().decode(json.get("secret").getAsString())));
        } catch (JsonParseException | IllegalStateException | NullPointerException | DateTimeParseException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
