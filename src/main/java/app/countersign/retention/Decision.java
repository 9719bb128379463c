package app.countersign.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Which of several periods counts that the documents name for the same data: decided by a person, with a reason. */
@Entity(name = "RetentionDecision")
@Table(name = "retention_decision")
public class Decision {

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processorId;

    private String template;
    private String category;
    private String period;
    private String reason;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    protected Decision() {}

    Decision(UUID processor, String template, String category, String period, String reason, Person by, Instant now) {
        this.id = UUID.randomUUID();
        this.processorId = processor;
        this.template = template;
        this.category = category;
        this.period = period;
        this.reason = reason;
        this.decidedAt = now;
        this.decidedBy = by.name();
    }

    public UUID id() {
        return id;
    }

    UUID processorId() {
        return processorId;
    }

    String template() {
        return template;
    }

    public String category() {
        return category;
    }

    /** ISO, as the terms write it. */
    public String period() {
        return period;
    }

    public String reason() {
        return reason;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String decidedBy() {
        return decidedBy;
    }
}
