package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.kernel.DomainEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One act: who, when, what, on what, from where, and the clause that demanded it. Written once, never changed. */
@Entity
@Table(name = "trail_entry")
public class TrailEntry {

    /** Looked for once: each look opens every JAR. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trail_entry_id")
    @SequenceGenerator(name = "trail_entry_id", sequenceName = "trail_entry_id", allocationSize = 50)
    private Long id;

    private Instant at;

    @Column(name = "actor_kind")
    private String actorKind;

    @Column(name = "actor_id")
    private String actorId;

    @Column(name = "actor_name")
    private String actorName;

    private String channel;
    private String address;

    @Column(name = "event_name")
    private String name;

    @Column(name = "object_kind")
    private String objectKind;

    @Column(name = "object_id")
    private UUID objectId;

    private String facts;
    private String clause;

    @Column(name = "processor_id")
    private UUID processor;

    protected TrailEntry() {}

    TrailEntry(DomainEvent event, Actor.Identity actor, Instant at) {
        this.at = at;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.channel = actor.channel();
        this.address = actor.address();
        this.name = event.name();
        this.objectKind = event.objectKind();
        this.objectId = event.objectId();
        this.facts = json(event).toString();
        this.clause = event.clause().orElse(null);
        this.processor = event.processor().orElse(null);
    }

    private static JsonObject json(DomainEvent event) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        event.facts().forEach((fact, value) -> {
            if (value instanceof Number number) {
                json.add(fact, new BigDecimal(number.toString()));
            } else if (value instanceof Boolean bool) {
                json.add(fact, bool);
            } else if (value != null) {
                json.add(fact, value.toString());
            }
        });
        return json.build();
    }

    public long id() {
        return id;
    }

    /** Whose act or business it is; empty for the installation's own. */
    public Optional<UUID> processor() {
        return Optional.ofNullable(processor);
    }

    public Instant at() {
        return at;
    }

    public String actorKind() {
        return actorKind;
    }

    public String actorName() {
        return actorName;
    }

    public String channel() {
        return channel;
    }

    /** What happened, in kebab case: {@code contract-issued}. */
    public String name() {
        return name;
    }

    public JsonObject facts() {
        try (var reader = JSON.createReader(new StringReader(facts))) {
            return reader.readObject();
        }
    }

    public Optional<String> clause() {
        return Optional.ofNullable(clause);
    }
}
