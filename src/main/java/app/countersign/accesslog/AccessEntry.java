package app.countersign.accesslog;

import app.countersign.access.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** One access: who, when, what, to what, by which door, from where. Written once, and deleted when its time is over. */
@Entity
@Table(name = "access_entry")
public class AccessEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "access_entry_id")
    @SequenceGenerator(name = "access_entry_id", sequenceName = "access_entry_id", allocationSize = 50)
    private Long id;

    private Instant at;

    @Column(name = "local_hour")
    private int localHour;

    @Column(name = "local_day")
    private int localDay;

    private Act act;

    @Column(name = "actor_kind")
    private String actorKind;

    /** Kept as text, like the ids below: the persistence provider can't read an absent UUID. */
    private String actor;

    private String door;

    @Column(name = "api_key")
    private String apiKey;

    private String address;

    @Column(name = "object_kind")
    private String objectKind;

    @Column(name = "object_id")
    private String objectId;

    private String processor;
    private int times;

    protected AccessEntry() {}

    /**
     * @param pseudonym empty for a stranger
     * @param key the API key that spoke
     * @param at on the clocks of the installation's zone
     */
    AccessEntry(Access access, Actor.Identity who, Optional<UUID> pseudonym, Optional<UUID> key, ZonedDateTime at) {
        this.at = at.toInstant().truncatedTo(ChronoUnit.MICROS);
        this.localHour = at.getHour();
        this.localDay = at.getDayOfWeek().getValue();
        this.act = access.act();
        this.actorKind = who.kind();
        this.actor = text(pseudonym);
        this.door = who.channel();
        this.apiKey = text(key);
        this.address = who.address();
        this.objectKind = access.kind();
        this.objectId = text(access.id());
        this.processor = text(access.processor());
        this.times = access.times();
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse(null);
    }

    private static Optional<UUID> uuid(String text) {
        return Optional.ofNullable(text).map(UUID::fromString);
    }

    public long id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public Act act() {
        return act;
    }

    /** {@code account}, {@code customer}, {@code stranger}, {@code system}. */
    public String actorKind() {
        return actorKind;
    }

    /** The person's pseudonym; empty for a stranger. */
    public Optional<UUID> actor() {
        return uuid(actor);
    }

    /** {@code page}, {@code api}, {@code link}, {@code job}. */
    public String door() {
        return door;
    }

    public Optional<UUID> apiKey() {
        return uuid(apiKey);
    }

    /** Where it came from; empty for a job, or if the person is forgotten. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public String objectKind() {
        return objectKind;
    }

    /** Empty for a list. */
    public Optional<UUID> objectId() {
        return uuid(objectId);
    }

    public Optional<UUID> processor() {
        return uuid(processor);
    }

    /** How often, where attempts are told together. */
    public int times() {
        return times;
    }
}
