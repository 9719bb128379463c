package app.countersign.measure;

import app.countersign.document.StoredFile;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.StoredReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that proves measures, or shows that one is not kept: it was so at an instant, and that holds for a time. It
 * stays as it was brought; what turns out wrong is withdrawn with a reason, and still there.
 */
@Entity
@Table(name = "evidence")
public class Evidence {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_WORDS = 4000;

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processor;

    private EvidenceKind kind;
    private String title;
    private String words;

    @Column(name = "of_all")
    private boolean ofAll;

    private String url;
    private String sha256;
    private Long size;
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "valid_until")
    private Instant validUntil;

    private boolean good;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    private String source;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private String addedBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private String withdrawnBy;

    private String reason;

    protected Evidence() {}

    private Evidence(
            UUID processor, EvidenceKind kind, String title, Instant at, Instant until, Instant now, String by) {
        this.id = UUID.randomUUID();
        this.processor = processor;
        this.kind = kind;
        this.title = title;
        this.occurredAt = at.truncatedTo(ChronoUnit.MICROS);
        this.validUntil = until.truncatedTo(ChronoUnit.MICROS);
        this.good = true;
        this.addedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.addedBy = by;
    }

    /** @param name as whoever brought it called it */
    static Evidence file(
            UUID processor,
            String title,
            StoredFile file,
            String name,
            String type,
            Instant at,
            Instant until,
            Instant now,
            String by) {
        Evidence evidence = new Evidence(processor, EvidenceKind.FILE, title, at, until, now, by);
        evidence.sha256 = file.sha256();
        evidence.size = file.size();
        evidence.name = name;
        evidence.mediaType = type;
        return evidence;
    }

    /** What somebody says, with their name. */
    static Evidence statement(
            UUID processor, String title, String words, Instant at, Instant until, Instant now, String by) {
        Evidence evidence = new Evidence(processor, EvidenceKind.STATEMENT, title, at, until, now, by);
        evidence.words = words;
        return evidence;
    }

    static Evidence link(UUID processor, String title, String url, Instant at, Instant until, Instant now, String by) {
        Evidence evidence = new Evidence(processor, EvidenceKind.LINK, title, at, until, now, by);
        evidence.url = url;
        return evidence;
    }

    /** The same with a file of what stood there. */
    Evidence seen(StoredFile file, String called, String type) {
        sha256 = file.sha256();
        size = file.size();
        name = called;
        mediaType = type;
        return this;
    }

    /**
     * What the application found by itself.
     *
     * @param kind {@link EvidenceKind#FACT} or {@link EvidenceKind#PROBE}
     * @param words what it found, in canonical JSON
     * @param problem what is wrong; empty if nothing is
     * @param sha256 of what it found
     */
    static Evidence found(
            UUID processor,
            EvidenceKind kind,
            String source,
            String title,
            String words,
            Optional<Reason> problem,
            String sha256,
            Instant at,
            Instant until,
            Instant now) {
        Evidence evidence = new Evidence(processor, kind, title, at, until, now, "Countersign");
        evidence.source = source;
        evidence.words = words;
        evidence.sha256 = sha256;
        evidence.good = problem.isEmpty();
        problem.map(StoredReason::of).ifPresent(stored -> {
            evidence.problemKey = stored.key();
            evidence.problemDetail = stored.detail();
        });
        return evidence;
    }

    /** The same, of which only those may see the words who answer for all processors. */
    Evidence seenByThoseOfAll() {
        ofAll = true;
        return this;
    }

    /** It proves nothing any more.
     *
     * @throws Refused if it was withdrawn before, or nobody brought it */
    void withdraw(Instant now, String by, String why) {
        if (withdrawnAt != null) {
            throw Refused.because("measure.refusal.evidence-withdrawn");
        }
        if (source != null) {
            throw Refused.because("measure.refusal.evidence-found");
        }
        withdrawnAt = now.truncatedTo(ChronoUnit.MICROS);
        withdrawnBy = by;
        reason = why;
    }

    public UUID id() {
        return id;
    }

    public UUID processor() {
        return processor;
    }

    public EvidenceKind kind() {
        return kind;
    }

    /** What people call it; a fact's own name. */
    public String title() {
        return title;
    }

    public Optional<String> words() {
        return Optional.ofNullable(words);
    }

    /** Whether its words count what belongs to several processors. */
    public boolean isOfAll() {
        return ofAll;
    }

    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /** Of the file, or of what was found. */
    public Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    /** Whether there is a file: one that was brought, or what stood where a link leads. */
    public boolean hasFile() {
        return size != null;
    }

    /** In bytes; empty where there is no file. */
    public Optional<Long> size() {
        return Optional.ofNullable(size);
    }

    /** Of the file, as whoever brought it called it, or as its address does. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** What the file's first bytes show that it is, whatever its name says. */
    public Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public Instant validUntil() {
        return validUntil;
    }

    /** Whether it shows that the measure is kept. */
    public boolean isGood() {
        return good;
    }

    /** What is wrong, where it isn't kept. */
    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }

    /** What looks by itself: {@code fact:last-backup}. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    public Instant addedAt() {
        return addedAt;
    }

    /** Who collected it. */
    public String addedBy() {
        return addedBy;
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    public Optional<String> withdrawnBy() {
        return Optional.ofNullable(withdrawnBy);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
