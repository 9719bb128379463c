package app.countersign.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a run takes at once. It is written down with its keys before its store commits it; the keys go once that is settled. */
@Entity(name = "RetentionBatch")
@Table(name = "retention_batch")
public class Batch {

    @Id
    private UUID id;

    @Column(name = "run_id")
    private UUID runId;

    private int number;
    private BatchState state;

    @Column(name = "row_keys")
    private byte[] keys;

    private byte[] hashes;

    @Column(name = "row_count")
    private long rows;

    private String counts;
    private String whole;

    @Column(name = "taken_at")
    private Instant takenAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    protected Batch() {}

    /** @param keys encrypted
     * @param hashes 32 bytes a row */
    Batch(UUID id, UUID run, int number, byte[] keys, byte[] hashes, Taken taken, Instant now) {
        this.id = id;
        this.runId = run;
        this.number = number;
        this.state = BatchState.INTENDED;
        this.keys = keys.clone();
        this.hashes = hashes.clone();
        this.rows = taken.keys().size();
        this.counts = Counts.write(taken.counts());
        this.whole = taken.whole();
        this.takenAt = now;
    }

    /** Its rows are there still, and a later batch takes them. */
    void annul(Instant now) {
        state = BatchState.VOID;
        keys = null;
        hashes = new byte[0];
        rows = 0;
        counts = Counts.write(Map.of());
        settledAt = now;
    }

    public UUID id() {
        return id;
    }

    UUID runId() {
        return runId;
    }

    public int number() {
        return number;
    }

    public BatchState state() {
        return state;
    }

    byte[] keys() {
        return keys == null ? null : keys.clone();
    }

    byte[] hashes() {
        return hashes.clone();
    }

    public long rows() {
        return rows;
    }

    public Map<String, Long> counts() {
        return Counts.read(counts);
    }

    /** The partition with which its rows went; empty where they went one by one. */
    String whole() {
        return whole;
    }

    public Instant takenAt() {
        return takenAt;
    }
}
