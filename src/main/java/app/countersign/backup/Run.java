package app.countersign.backup;

import app.countersign.kernel.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One backup, from being asked for until its file is deleted. It is written, then verified; on the way it may fail, and
 * then the next one is a run of its own.
 */
@Entity(name = "BackupRun")
@Table(name = "backup_run")
public class Run {

    private static final int LONGEST = 500;
    private static final String BETWEEN = "\u001f";

    @Id
    private UUID id;

    private RunState state;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "file_size")
    private long fileSize;

    @Column(name = "rows_done")
    private long rowsDone;

    @Column(name = "rows_total")
    private long rowsTotal;

    private long files;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    protected Run() {}

    /** @param askedBy the id of an account; null if it was simply time */
    Run(UUID id, String askedBy, Instant now) {
        this.id = id;
        this.askedBy = askedBy;
        this.askedAt = now;
        this.state = RunState.ASKED;
    }

    void begin(String name, Instant now) {
        fileName = name;
        startedAt = now;
        state = RunState.WRITING;
    }

    void at(long done, long total) {
        rowsDone = done;
        rowsTotal = total;
    }

    void written(long size, Manifest manifest, Instant now) {
        state = RunState.VERIFYING;
        writtenAt = now;
        fileSize = size;
        files = manifest.files();
        at(0, manifest.rows());
    }

    /** @param damages what was wrong already when it was saved, of which the first is kept */
    void verified(List<Reason> damages, Instant now) {
        state = RunState.VERIFIED;
        finishedAt = now;
        rowsDone = rowsTotal;
        damages.stream().findFirst().ifPresent(this::note);
    }

    void failed(Reason problem, Instant now) {
        state = RunState.FAILED;
        finishedAt = now;
        note(problem);
    }

    private void note(Reason problem) {
        problemKey = problem.key();
        String detail = problem.args().stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
        problemDetail = detail.substring(0, Math.min(LONGEST, detail.length()));
    }

    void deleted(Instant now) {
        deletedAt = now;
    }

    public UUID id() {
        return id;
    }

    public RunState state() {
        return state;
    }

    /** Whether a person asked for it, rather than the clock. */
    public boolean isAskedFor() {
        return askedBy != null;
    }

    /** When it began; before that, when it was asked for. */
    public Instant since() {
        return startedAt == null ? askedAt : startedAt;
    }

    Optional<Instant> writtenAt() {
        return Optional.ofNullable(writtenAt);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    /** Bytes; 0 before it is written. */
    public long fileSize() {
        return fileSize;
    }

    public long rowsDone() {
        return rowsDone;
    }

    public long rowsTotal() {
        return rowsTotal;
    }

    public long files() {
        return files;
    }

    public Optional<Duration> took() {
        return finishedAt().map(end -> Duration.between(since(), end));
    }

    /** Whether its file is in the folder as far as we know. */
    public boolean isKept() {
        return writtenAt != null && deletedAt == null;
    }

    /** Whether its time was over, or another took its place. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Whether it is proven, and nothing in it was damaged before it was saved. */
    public boolean isWhole() {
        return state == RunState.VERIFIED && problemKey == null;
    }

    /** Why it failed; of one that is proven, what was damaged before. */
    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey)
                .map(key -> new Reason(
                        key,
                        problemDetail.isEmpty() ? List.of() : List.of((Object[]) problemDetail.split(BETWEEN, -1))));
    }
}
