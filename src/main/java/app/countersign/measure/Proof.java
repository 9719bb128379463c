package app.countersign.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** That an item of evidence serves a measure, with what the measure's light needs of it. */
@Entity
@Table(name = "proof")
public class Proof {

    @Id
    private UUID id;

    @Column(name = "evidence_id")
    private UUID evidenceId;

    @Column(name = "measure_id")
    private UUID measureId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "valid_until")
    private Instant validUntil;

    private boolean good;
    private String source;
    private boolean latest;
    private boolean withdrawn;

    protected Proof() {}

    /** @param until how long it holds for this measure */
    Proof(Evidence evidence, Measure measure, Instant until) {
        this.id = UUID.randomUUID();
        this.evidenceId = evidence.id();
        this.measureId = measure.id();
        this.occurredAt = evidence.occurredAt();
        this.validUntil = until.truncatedTo(ChronoUnit.MICROS);
        this.good = evidence.isGood();
        this.source = evidence.source().orElse("");
        this.latest = true;
    }

    UUID id() {
        return id;
    }

    UUID evidenceId() {
        return evidenceId;
    }

    UUID measureId() {
        return measureId;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    /** How long it holds for this measure. */
    Instant validUntil() {
        return validUntil;
    }

    /** Whether it shows that the measure is kept. */
    boolean isGood() {
        return good;
    }

    /** Whether the next comes by itself. */
    boolean isFound() {
        return !source.isEmpty();
    }
}
