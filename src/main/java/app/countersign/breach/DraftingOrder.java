package app.countersign.breach;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That the next phase of a breach is to be drafted for more controllers than anybody waits for. */
@Entity
@Table(name = "breach_drafting")
public class DraftingOrder {

    @Id
    @Column(name = "breach_id")
    private UUID breachId;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "asked_by")
    private String askedBy;

    protected DraftingOrder() {}

    DraftingOrder(UUID breachId, Instant now, String by) {
        this.breachId = breachId;
        this.askedAt = now;
        this.askedBy = by;
    }

    UUID breachId() {
        return breachId;
    }

    String askedBy() {
        return askedBy;
    }
}
