package app.countersign.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A program that wants to be called. While it does not answer it is left alone for longer and longer. */
@Entity
@Table(name = "webhook")
public class Webhook {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 20;

    @Id
    private UUID id;

    private String label;
    private String url;

    /** Kept as text: the persistence provider can't read an absent UUID. */
    @Column(name = "processor_id")
    private String processor;

    private String events;
    private byte[] secret;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    private int failures;

    @Column(name = "resume_at")
    private Instant resumeAt;

    @Version
    private long version;

    protected Webhook() {}

    /**
     * @param processor of which it hears; empty for all
     * @param events not empty
     * @param secret as the vault has encrypted it
     */
    Webhook(
            UUID id,
            String label,
            String url,
            Optional<UUID> processor,
            Set<String> events,
            byte[] secret,
            Instant now,
            String by) {
        this.id = id;
        this.label = label;
        this.url = url;
        this.processor = processor.map(UUID::toString).orElse(null);
        this.events = String.join(" ", new TreeSet<>(events));
        this.secret = secret.clone();
        this.createdAt = now;
        this.createdBy = by;
        this.resumeAt = now;
    }

    /** Whether it wants to hear of that. Tests of the line itself it always hears. */
    boolean hears(Message message) {
        return events().contains(message.event())
                && (processor == null || processor().equals(message.processor()));
    }

    void answered(Instant now) {
        failures = 0;
        resumeAt = now;
    }

    /** It did not answer as it should: five seconds of rest, then twice as long each time, up to an hour. */
    void failed(Instant now) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        resumeAt = now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
        failures++;
    }

    /** A person wants it called now, whatever it did before. */
    void resume(Instant now) {
        resumeAt = now;
    }

    public UUID id() {
        return id;
    }

    public String label() {
        return label;
    }

    public String url() {
        return url;
    }

    /** Of whose matters it hears; empty for everybody's. */
    public Optional<UUID> processor() {
        return Optional.ofNullable(processor).map(UUID::fromString);
    }

    public List<String> events() {
        return List.of(events.split(" "));
    }

    byte[] secret() {
        return secret.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    /** Whether the last call did not come through. */
    public boolean isFailing() {
        return failures > 0;
    }

    /** When it is called again at the earliest. */
    public Instant resumeAt() {
        return resumeAt;
    }
}
