package app.countersign.trail;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One act as it is read: who, when, what, on what, from where, and the clause that demanded it. */
public final class TrailEntry {

    /** Looked for once: each look opens every JAR. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int SHOWN = 8;

    private final TrailRow row;
    private final String actorName;

    /** @param actorName null if the person is forgotten, or there is none */
    TrailEntry(TrailRow row, String actorName) {
        this.row = row;
        this.actorName = actorName;
    }

    public long id() {
        return row.id();
    }

    public Instant at() {
        return row.at();
    }

    /** {@code account}, {@code customer}, {@code stranger}, {@code system}. */
    public String actorKind() {
        return row.actorKind();
    }

    /** Under which the person stands in the trail; empty for the application itself and for strangers. */
    public Optional<UUID> pseudonym() {
        return row.actor();
    }

    /** The person's name; the beginning of the pseudonym, if who they were is forgotten. */
    public String actorName() {
        if (actorName != null) {
            return actorName;
        }
        return pseudonym()
                .map(p -> "#" + p.toString().substring(0, SHOWN))
                .orElse(actorKind().equals("system") ? "Countersign" : "?");
    }

    public String channel() {
        return row.channel();
    }

    /** Where it came from; empty for a job, or if it is forgotten. */
    public Optional<String> address() {
        return Optional.ofNullable(opened().get(Told.ADDRESS))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString());
    }

    /** What happened, in kebab case: {@code contract-issued}. */
    public String name() {
        return row.event();
    }

    public String objectKind() {
        return row.objectKind();
    }

    public UUID objectId() {
        return row.objectId();
    }

    /** How people call what it happened to, such as a contract's number. */
    public Optional<String> label() {
        return Optional.ofNullable(row.label());
    }

    /** The facts as they are since, those about persons included as long as they are not forgotten. */
    public JsonObject facts() {
        JsonObjectBuilder all = JSON.createObjectBuilder(read(row.facts()));
        opened().forEach((name, value) -> {
            if (!name.startsWith(Told.BEFORE) && !name.equals(Told.ADDRESS) && value != JsonValue.NULL) {
                all.add(name, value);
            }
        });
        return all.build();
    }

    /** What those facts were before that changed. */
    public JsonObject before() {
        JsonObjectBuilder all = JSON.createObjectBuilder(read(row.before()));
        opened().forEach((name, value) -> {
            if (name.startsWith(Told.BEFORE) && value != JsonValue.NULL) {
                all.add(name.substring(Told.BEFORE.length()), value);
            }
        });
        return all.build();
    }

    /** How many personal facts are forgotten. */
    public long forgotten() {
        return opened().values().stream().filter(JsonValue.NULL::equals).count();
    }

    /** Personal facts by name; null for one that is forgotten. */
    private JsonObject opened() {
        JsonObjectBuilder all = JSON.createObjectBuilder();
        read(row.opened()).forEach((name, value) -> {
            if (value instanceof JsonObject object) {
                all.add(name, object.get("value"));
            } else if (value instanceof JsonNumber) {
                all.addNull(name);
            }
        });
        return all.build();
    }

    private static JsonObject read(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    public Optional<String> clause() {
        return Optional.ofNullable(row.clause());
    }

    /** Its place in the chain; empty in the first moments, until it has one. */
    public OptionalLong position() {
        return row.position() == null ? OptionalLong.empty() : OptionalLong.of(row.position());
    }

    public Optional<String> hash() {
        return Optional.ofNullable(row.hash());
    }
}
