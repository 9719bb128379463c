package app.countersign.trail;

import app.countersign.kernel.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * What the chain keeps of one act.
 *
 * @param kind of whoever acted
 * @param actor their pseudonym; null for the application itself and for strangers
 * @param label how people call what it happened to; may be null
 * @param clause may be null
 * @param facts canonical JSON, as are the two after it
 * @param personal hashes of the personal facts
 * @param processor whose act or business it is; null for the installation's own
 */
record Entry(
        long id,
        Instant at,
        String kind,
        String actor,
        String channel,
        String event,
        String object,
        UUID objectId,
        String label,
        String clause,
        String facts,
        String before,
        String personal,
        String processor) {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static String instant(Instant at) {
        return MICROS.format(at);
    }

    /** The one text that says this; its hash is what the chain is made of. */
    byte[] canonical() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    /** Members stand in the order of their names; a member that says nothing is left out. */
    String json() {
        StringBuilder json = new StringBuilder(512).append('{');
        if (actor != null) {
            json.append("\"actor\":").append(CanonicalJson.string(actor)).append(',');
        }
        json.append("\"at\":\"").append(instant(at)).append("\",\"before\":").append(before);
        text(json, "channel", channel);
        text(json, "clause", clause);
        text(json, "event", event);
        json.append(",\"facts\":").append(facts).append(",\"id\":").append(id);
        text(json, "kind", kind);
        text(json, "label", label);
        text(json, "object", object);
        json.append(",\"objectId\":\"").append(objectId).append("\",\"personal\":");
        json.append(personal);
        text(json, "processor", processor);
        return json.append('}').toString();
    }

    private static void text(StringBuilder json, String name, String value) {
        if (value != null) {
            json.append(",\"").append(name).append("\":").append(CanonicalJson.string(value));
        }
    }
}
