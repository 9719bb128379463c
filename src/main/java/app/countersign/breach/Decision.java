package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody decided to tell, or not to tell, the authority or the persons, and why. A later one stands beside it: the
 * last one counts.
 */
@Entity
@Table(name = "breach_decision")
public class Decision {

    @Id
    private UUID id;

    @Column(name = "breach_id")
    private UUID breachId;

    @Column(name = "processor_id")
    private UUID processorId;

    private String recipient;
    private boolean notifies;
    private String exemption;
    private String reason;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    protected Decision() {}

    /** @param processorId of ours, whose own data it is
     * @param exemption may be null */
    Decision(
            UUID breachId,
            UUID processorId,
            Recipient recipient,
            boolean notifies,
            Exemption exemption,
            String reason,
            Instant now,
            String by) {
        this.id = UUID.randomUUID();
        this.breachId = breachId;
        this.processorId = processorId;
        this.recipient = KebabCase.of(recipient);
        this.notifies = notifies;
        this.exemption = KebabCase.of(exemption);
        this.reason = reason;
        this.decidedAt = now;
        this.decidedBy = by;
    }

    public UUID id() {
        return id;
    }

    public UUID breachId() {
        return breachId;
    }

    public UUID processorId() {
        return processorId;
    }

    public Recipient recipient() {
        return KebabCase.read(Recipient.class, recipient);
    }

    /** Whether they are told. */
    public boolean notifies() {
        return notifies;
    }

    /** Which exception lets persons be left untold though the risk is high. */
    public Optional<Exemption> exemption() {
        return Optional.ofNullable(exemption).map(word -> KebabCase.read(Exemption.class, word));
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
