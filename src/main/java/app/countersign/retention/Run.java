package app.countersign.retention;

import app.countersign.kernel.Reason;
import app.countersign.kernel.StoredReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A rule at work, once: counted, approved where that is needed, done batch by batch. What it may take was fixed when it was
 * asked for: a run that goes on the next day means the same rows.
 */
@Entity(name = "RetentionRun")
@Table(name = "retention_run")
public class Run {

    static final int FIRST_BATCH = 200;

    /** After what may pass by itself. */
    private static final Duration LATER = Duration.ofSeconds(30);

    /** What does not pass within a day does not pass by itself. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final String BETWEEN = "\n";

    @Id
    private UUID id;

    @Column(name = "rule_id")
    private UUID ruleId;

    @Column(name = "store_id")
    private UUID storeId;

    @Column(name = "processor_id")
    private UUID processorId;

    @Column(name = "erasure_id")
    private String erasureId;

    private int revision;
    private RunState state;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asker_id")
    private String askerId;

    @Column(name = "asked_at")
    private Instant askedAt;

    private Instant cutoff;
    private String statements;
    private String plan;
    private String preview;
    private long expired;

    @Column(name = "waits_key")
    private String waitsKey;

    @Column(name = "waits_detail")
    private String waitsDetail;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "stopped_by")
    private String stoppedBy;

    private int batches;
    private long done;
    private String counts;
    private byte[] reached;

    @Column(name = "batch_size")
    private int batchSize;

    @Column(name = "resume_at")
    private Instant resumeAt;

    /** Who goes on with it; null before anybody did. */
    private String worker;

    /** Since when nothing has gone on; null while all is well. */
    @Column(name = "troubled_since")
    private Instant troubledSince;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    @Column(name = "protocol_json")
    private String protocolJson;

    @Column(name = "protocol_pdf")
    private String protocolPdf;

    @Version
    private long version;

    protected Run() {}

    Run(Rule rule, Cutoff cutoff, Person by, Instant now) {
        this.id = UUID.randomUUID();
        this.ruleId = rule.id();
        this.storeId = rule.storeId();
        this.processorId = rule.processorId();
        this.revision = rule.revision();
        this.state = RunState.ASKED;
        this.askedBy = by.name();
        this.askerId = by.id();
        this.askedAt = now;
        this.resumeAt = now;
        this.cutoff = cutoff.end();
        this.statements = "";
        this.plan = "";
        this.preview = "";
        this.counts = "";
        this.batchSize = FIRST_BATCH;
    }

    /** It is about one person only. */
    Run of(Erasure erasure) {
        erasureId = erasure.id().toString();
        return this;
    }

    /** Whether nobody has approved yet what it was counted for, or is being. */
    boolean isUnapproved() {
        return state == RunState.ASKED || state == RunState.WAITING;
    }

    /** @param waits why a second person is asked; empty if nobody need be */
    void counted(Preview found, List<String> toRun, String fingerprint, Optional<Reason> waits, Instant now) {
        preview = PreviewJson.write(found);
        expired = found.expired();
        statements = String.join(BETWEEN, toRun);
        plan = fingerprint;
        waits.map(StoredReason::of).ifPresent(reason -> {
            waitsKey = reason.key();
            waitsDetail = reason.detail();
        });
        noProblem();
        state = waits.isPresent() ? RunState.WAITING : RunState.RUNNING;
        startedAt = waits.isPresent() ? null : now;
    }

    /** What it would run is not what was counted: it is looked at anew. */
    void recount() {
        state = RunState.ASKED;
    }

    void approve(Person by, Instant now) {
        require(RunState.WAITING);
        approvedBy = by.name();
        approvedAt = now;
        startedAt = now;
        resumeAt = now;
        state = RunState.RUNNING;
    }

    void pause() {
        require(RunState.RUNNING);
        state = RunState.PAUSED;
    }

    void resume(Instant now) {
        require(RunState.PAUSED);
        state = RunState.RUNNING;
        resumeAt = now;
        troubledSince = null;
    }

    /** What is gone stays gone; the rest stays. */
    void stop(Person by, Instant now) {
        if (!state.isOpen()) {
            throw RunRules.refused(this);
        }
        stoppedBy = by.name();
        end(RunState.STOPPED, now);
    }

    private void require(RunState wanted) {
        if (state != wanted) {
            throw RunRules.refused(this);
        }
    }

    /** @param reachedKey the last key, encrypted; empty where it is what it was */
    void did(long rows, Map<String, Long> byTable, Optional<byte[]> reachedKey, int nextSize) {
        batches++;
        done += rows;
        counts = Counts.write(Counts.sum(counts(), byTable));
        reached = reachedKey.map(byte[]::clone).orElse(reached);
        batchSize = nextSize;
        noProblem();
    }

    /** From now on only that one goes on with it. */
    void goesOnWith(UUID one) {
        worker = one.toString();
    }

    /** Whether nobody else has taken it over. */
    boolean isWith(UUID one) {
        return one.toString().equals(worker);
    }

    /** It goes on then, and nothing is wrong. */
    void waitUntil(Instant then) {
        resumeAt = then;
    }

    /** It is tried again in a while, with fewer rows at once. */
    void postpone(Reason trouble, Instant now) {
        if (troubledSince == null) {
            troubledSince = now;
        }
        if (now.isAfter(troubledSince.plus(PATIENCE))) {
            fail(trouble, now);
            return;
        }
        note(trouble);
        batchSize = Math.max(1, batchSize / 4);
        resumeAt = now.plus(LATER);
    }

    void fail(Reason trouble, Instant now) {
        note(trouble);
        end(RunState.FAILED, now);
    }

    void finish(Instant now) {
        noProblem();
        end(RunState.DONE, now);
    }

    private void end(RunState how, Instant now) {
        state = how;
        endedAt = now;
        reached = null;
    }

    private void note(Reason trouble) {
        StoredReason stored = StoredReason.of(trouble);
        problemKey = stored.key();
        problemDetail = stored.detail();
    }

    private void noProblem() {
        troubledSince = null;
        problemKey = null;
        problemDetail = null;
    }

    /** @param json SHA-256 of the stored file, as that of the PDF */
    void recorded(String json, String pdf) {
        protocolJson = json;
        protocolPdf = pdf;
    }

    public UUID id() {
        return id;
    }

    public UUID ruleId() {
        return ruleId;
    }

    public UUID storeId() {
        return storeId;
    }

    public UUID processorId() {
        return processorId;
    }

    /** To what it belongs if it is about one person only. */
    public Optional<UUID> erasure() {
        return Optional.ofNullable(erasureId).map(UUID::fromString);
    }

    public int revision() {
        return revision;
    }

    public RunState state() {
        return state;
    }

    public String askedBy() {
        return askedBy;
    }

    String askerId() {
        return askerId;
    }

    /** Whether a person asked for it, rather than the night. */
    public boolean isAskedFor() {
        return !askerId.isEmpty();
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Whatever is older goes. */
    public Cutoff cutoff() {
        return new Cutoff(cutoff);
    }

    /** What it runs, to be read. */
    public List<String> statements() {
        return statements.isEmpty() ? List.of() : List.of(statements.split(BETWEEN));
    }

    String plan() {
        return plan;
    }

    /** What was counted before it began. */
    public Optional<Preview> preview() {
        return preview.isEmpty() ? Optional.empty() : Optional.of(PreviewJson.read(preview));
    }

    /** How many rows were expired when it was counted. */
    public long expired() {
        return expired;
    }

    /** Why a second person was asked. */
    public Optional<Reason> waitsFor() {
        return Optional.ofNullable(waitsKey).map(key -> new StoredReason(key, waitsDetail).reason());
    }

    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    public int batches() {
        return batches;
    }

    /** Rows of the rule's table that are gone, or changed. */
    public long done() {
        return done;
    }

    /** Rows by table. */
    public Map<String, Long> counts() {
        return Counts.read(counts);
    }

    Optional<byte[]> reached() {
        return Optional.ofNullable(reached).map(byte[]::clone);
    }

    int batchSize() {
        return batchSize;
    }

    public Instant resumeAt() {
        return resumeAt;
    }

    /** What is or was in its way. */
    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }

    /** SHA-256 of the protocol as JSON. */
    public Optional<String> protocolJson() {
        return Optional.ofNullable(protocolJson);
    }

    /** SHA-256 of the protocol as PDF/A. */
    public Optional<String> protocolPdf() {
        return Optional.ofNullable(protocolPdf);
    }

    public long version() {
        return version;
    }
}
