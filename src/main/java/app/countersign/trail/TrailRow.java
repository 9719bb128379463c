package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.kernel.CanonicalJson;
import app.countersign.kernel.DomainEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One act: who, when, what, on what, from where, and the clause that demanded it. Written once; {@link Chaining} gives
 * it its place, and what is personal can be forgotten. Nothing else of it ever changes.
 */
@Entity
@Table(name = "trail_entry")
class TrailRow {

    private static final int LABEL_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trail_entry_id")
    @SequenceGenerator(name = "trail_entry_id", sequenceName = "trail_entry_id", allocationSize = 50)
    private Long id;

    private Instant at;

    @Column(name = "actor_kind")
    private String actorKind;

    /** Kept as text: the persistence provider can't read an absent UUID. */
    private String actor;

    private String channel;

    @Column(name = "event_name")
    private String event;

    @Column(name = "object_kind")
    private String objectKind;

    @Column(name = "object_id")
    private UUID objectId;

    private String label;
    private String facts;

    @Column(name = "before_facts")
    private String before;

    private String personal;
    private String opened;
    private String clause;
    private String content;
    private byte[] seal;

    /** As text, like {@link #actor}. */
    private String processor;

    @Column(insertable = false, updatable = false)
    private Long position;

    @Column(insertable = false, updatable = false)
    private String hash;

    protected TrailRow() {}

    /** @param pseudonym null for whoever has none */
    TrailRow(DomainEvent event, Actor.Identity actor, UUID pseudonym, Instant at) {
        Told told = Told.of(event, actor.address());
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.actorKind = actor.kind();
        this.actor = pseudonym == null ? null : pseudonym.toString();
        this.channel = actor.channel();
        this.event = event.name();
        this.objectKind = event.objectKind();
        this.objectId = event.objectId();
        this.label = label(event);
        this.facts = told.facts();
        this.before = told.before();
        this.personal = told.personal();
        this.opened = told.opened();
        this.clause = event.clause().orElse(null);
        this.processor = event.processor().map(UUID::toString).orElse(null);
    }

    private static String label(DomainEvent event) {
        return event.facts().get("number") instanceof String number && !event.isPersonal("number")
                ? number.substring(0, Math.min(number.length(), LABEL_LENGTH))
                : null;
    }

    /** Keeps the hash of what the row says, once it has its id. */
    byte[] hashed() {
        byte[] digest = Verifier.sha256().digest(entry().canonical());
        content = Told.hex(digest);
        return digest;
    }

    /** @param concealed the hash, as only the application can write it */
    void sealed(byte[] concealed) {
        seal = concealed.clone();
    }

    /** The personal facts as they stand, by name: what opens the hash, or the number of the entry that forgot them. */
    Map<String, String> openedFacts() {
        try {
            Map<String, String> facts = new TreeMap<>();
            Verifier.Canonical.members(opened.getBytes(StandardCharsets.UTF_8))
                    .forEach((name, json) -> facts.put(name, new String(json.bytes(), StandardCharsets.UTF_8)));
            return facts;
        } catch (Verifier.Unreadable e) {
            throw new IllegalStateException("entry " + id + " of the trail was edited", e);
        }
    }

    /** @param entry the one that records it */
    void forget(Set<String> facts, long entry) {
        TreeMap<String, Object> left = new TreeMap<>();
        openedFacts()
                .forEach((name, json) -> left.put(name, facts.contains(name) ? entry : new CanonicalJson.Raw(json)));
        opened = CanonicalJson.object(left);
    }

    private Entry entry() {
        return new Entry(
                id,
                at,
                actorKind,
                actor,
                channel,
                event,
                objectKind,
                objectId,
                label,
                clause,
                facts,
                before,
                personal,
                processor);
    }

    /** The hash of what it says. */
    String content() {
        return content;
    }

    /** Whether it is still to get its place. */
    boolean isWaiting() {
        return position == null && seal != null;
    }

    long id() {
        return id;
    }

    Instant at() {
        return at;
    }

    String actorKind() {
        return actorKind;
    }

    Optional<UUID> actor() {
        return Optional.ofNullable(actor).map(UUID::fromString);
    }

    String channel() {
        return channel;
    }

    String event() {
        return event;
    }

    String objectKind() {
        return objectKind;
    }

    UUID objectId() {
        return objectId;
    }

    String label() {
        return label;
    }

    String facts() {
        return facts;
    }

    String before() {
        return before;
    }

    String opened() {
        return opened;
    }

    String clause() {
        return clause;
    }

    /** Whose act or business it is; empty for the installation's own. */
    Optional<UUID> processor() {
        return Optional.ofNullable(processor).map(UUID::fromString);
    }

    Long position() {
        return position;
    }

    String hash() {
        return hash;
    }
}
