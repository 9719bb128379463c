package app.countersign.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody has looked whether a measure is still what is done. */
@Entity
@Table(name = "measure_review")
public class MeasureReview {

    static final int LONGEST_REMARKS = 1000;

    @Id
    private UUID id;

    @Column(name = "measure_id")
    private UUID measureId;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Column(name = "reviewed_by")
    private String reviewedBy;

    @Column(name = "version_no")
    private int versionNo;

    private boolean changed;
    private String remarks;

    protected MeasureReview() {}

    MeasureReview(Measure measure, boolean changed, String remarks, Instant now, String by) {
        this.id = UUID.randomUUID();
        this.measureId = measure.id();
        this.versionNo = measure.versionNo();
        this.changed = changed;
        this.remarks = remarks;
        this.reviewedAt = now;
        this.reviewedBy = by;
    }

    public UUID measureId() {
        return measureId;
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }

    public String reviewedBy() {
        return reviewedBy;
    }

    /** The version that was in force then. */
    public int versionNo() {
        return versionNo;
    }

    /** Whether it led to a change. */
    public boolean isChanged() {
        return changed;
    }

    public String remarks() {
        return remarks;
    }
}
