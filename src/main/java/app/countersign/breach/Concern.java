package app.countersign.breach;

import app.countersign.contract.Contract;
import app.countersign.kernel.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A controller whom a breach concerns, through one contract. What that contract promises starts its clocks. */
@Entity
@Table(name = "breach_concern")
public class Concern {

    @Id
    private UUID id;

    @Column(name = "breach_id")
    private UUID breachId;

    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "contract_number")
    private String contractNumber;

    @Column(name = "controller_id")
    private UUID controllerId;

    @Column(name = "controller_name")
    private String controllerName;

    @Column(name = "processor_id")
    private UUID processorId;

    private ConcernState state;

    /** Whether the contract has ended since; its data may still have been there. */
    @Column(name = "contract_ended")
    private boolean contractEnded;

    /** Null while its clocks are yet to be started. */
    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    private String reason;

    protected Concern() {}

    Concern(UUID breachId, Contract contract, boolean contractEnded) {
        this.id = UUID.randomUUID();
        this.breachId = breachId;
        this.contractId = contract.id();
        this.contractNumber = contract.number();
        this.controllerId = contract.controller().id();
        this.controllerName = contract.controller().name();
        this.processorId = contract.processor().id();
        this.state = ConcernState.FOUND;
        this.contractEnded = contractEnded;
    }

    void started(Instant now) {
        startedAt = now;
    }

    void confirm(Instant now, String by) {
        decide(ConcernState.CONFIRMED, now, by);
        reason = null;
    }

    /** Added by a person; the reason may be empty. */
    void include(String why, Instant now, String by) {
        confirm(now, by);
        reason = why.isEmpty() ? null : why;
    }

    /** @throws Refused without a reason */
    void exclude(String why, Instant now, String by) {
        if (why == null || why.isBlank()) {
            throw Refused.because("breach.refusal.needs-reason");
        }
        decide(ConcernState.EXCLUDED, now, by);
        reason = why.strip();
    }

    private void decide(ConcernState as, Instant now, String by) {
        state = as;
        decidedAt = now;
        decidedBy = by;
    }

    public UUID id() {
        return id;
    }

    public UUID breachId() {
        return breachId;
    }

    public UUID contractId() {
        return contractId;
    }

    public String contractNumber() {
        return contractNumber;
    }

    public UUID controllerId() {
        return controllerId;
    }

    public String controllerName() {
        return controllerName;
    }

    public UUID processorId() {
        return processorId;
    }

    public ConcernState state() {
        return state;
    }

    public boolean isContractEnded() {
        return contractEnded;
    }

    public boolean isStarted() {
        return startedAt != null;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
