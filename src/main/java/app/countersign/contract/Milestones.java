package app.countersign.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/** When a contract reached which point; for the line of states that people see. */
@Embeddable
public class Milestones {

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "returned_at")
    private Instant returnedAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "countersigned_at")
    private Instant countersignedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "expired_at")
    private Instant expiredAt;

    protected Milestones() {}

    void created(Instant now) {
        createdAt = now;
    }

    void issued(Instant now) {
        issuedAt = now;
    }

    void returned(Instant now) {
        returnedAt = now;
        acceptedAt = null;
    }

    void accepted(Instant now) {
        acceptedAt = now;
    }

    void countersigned(Instant now) {
        countersignedAt = now;
    }

    void closed(Instant now) {
        closedAt = now;
    }

    void expired(Instant now) {
        expiredAt = now;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    public Optional<Instant> returnedAt() {
        return Optional.ofNullable(returnedAt);
    }

    public Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
    }

    public Optional<Instant> countersignedAt() {
        return Optional.ofNullable(countersignedAt);
    }

    /** When it was withdrawn or came to its end. */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** When its time ran out unsigned; it is withdrawn then. */
    public Optional<Instant> expiredAt() {
        return Optional.ofNullable(expiredAt);
    }
}
