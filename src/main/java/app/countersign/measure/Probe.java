package app.countersign.measure;

import app.countersign.kernel.Reason;
import app.countersign.kernel.StoredReason;
import app.countersign.terms.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Something that an installation looks at again and again, to prove measures by what it finds. */
@Entity
@Table(name = "probe")
public class Probe {

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processor;

    private ProbeKind kind;
    private String label;
    private String target;
    private String expected;

    @Column(name = "every_span")
    private String every;

    private String measures;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "looked_at")
    private Instant lookedAt;

    private boolean good;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    @Version
    private long version;

    protected Probe() {}

    /** @param measures not empty, all of the processor */
    Probe(
            UUID processor,
            ProbeKind kind,
            String label,
            String target,
            String expected,
            Span every,
            Collection<UUID> measures,
            Instant now,
            String by) {
        this.id = UUID.randomUUID();
        this.processor = processor;
        this.kind = kind;
        this.label = label;
        this.target = target;
        this.expected = expected;
        this.every = every.toString();
        this.measures = measures.stream().map(UUID::toString).collect(Collectors.joining(" "));
        this.createdAt = now;
        this.createdBy = by;
        this.nextAt = now;
    }

    /** A person wants it looked at now. */
    void soon(Instant now) {
        nextAt = now;
    }

    void found(Finding finding, Instant now, ZoneId zone) {
        lookedAt = now;
        good = finding.problem().isEmpty();
        problemKey = finding.problem().map(Reason::key).orElse(null);
        problemDetail = finding.problem()
                .map(StoredReason::of)
                .map(StoredReason::detail)
                .orElse(null);
        nextAt = every().after(now.atZone(zone));
    }

    /** How long what it found holds: one look may be missed, as when the application is off. */
    Instant holds(Instant from, ZoneId zone) {
        return every().after(every().after(from.atZone(zone)).atZone(zone));
    }

    /** As evidence calls it. */
    String source() {
        return "probe:" + id;
    }

    public UUID id() {
        return id;
    }

    public UUID processor() {
        return processor;
    }

    public ProbeKind kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    public String target() {
        return target;
    }

    /** What it should find, as whoever made it wrote it. */
    public String expected() {
        return expected;
    }

    public Span every() {
        return Span.of(every);
    }

    /** Those that it proves. */
    public List<UUID> measures() {
        return Arrays.stream(measures.split(" ")).map(UUID::fromString).toList();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant nextAt() {
        return nextAt;
    }

    /** Empty as long as it has not looked. */
    public Optional<Instant> lookedAt() {
        return Optional.ofNullable(lookedAt);
    }

    /** Whether it found what it should. */
    public boolean isGood() {
        return good;
    }

    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }
}
