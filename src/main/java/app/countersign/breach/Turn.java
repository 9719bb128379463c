package app.countersign.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a breach was closed or reopened, and why. What a breach says itself is only the last of it. */
@Entity
@Table(name = "breach_turn")
public class Turn {

    @Id
    private UUID id;

    @Column(name = "breach_id")
    private UUID breachId;

    private boolean closed;
    private String reason;

    @Column(name = "turned_at")
    private Instant turnedAt;

    @Column(name = "turned_by")
    private String turnedBy;

    protected Turn() {}

    Turn(UUID breachId, boolean closed, String reason, Instant now, String by) {
        this.id = UUID.randomUUID();
        this.breachId = breachId;
        this.closed = closed;
        this.reason = reason;
        this.turnedAt = now;
        this.turnedBy = by;
    }

    public UUID id() {
        return id;
    }

    public UUID breachId() {
        return breachId;
    }

    /** Or else reopened. */
    public boolean isClosing() {
        return closed;
    }

    public String reason() {
        return reason;
    }

    public Instant at() {
        return turnedAt;
    }

    public String by() {
        return turnedBy;
    }
}
