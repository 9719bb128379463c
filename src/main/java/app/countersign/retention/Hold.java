package app.countersign.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps data whatever a rule says, until its end or until somebody lifts it. It means the rows that fit everything it says.
 * One with an {@link Origin} was placed by nobody: it means the rows of whomever its cause is about, and ends with that.
 */
@Entity(name = "RetentionHold")
@Table(name = "retention_hold")
public class Hold {

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processorId;

    @Column(name = "store_id")
    private String storeId;

    private byte[] person;

    @Column(name = "controller_id")
    private String controllerId;

    @Column(name = "held_from")
    private LocalDate heldFrom;

    @Column(name = "held_to")
    private LocalDate heldTo;

    private String reason;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "placed_by")
    private String placedBy;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    @Column(name = "lifted_by")
    private String liftedBy;

    @Column(name = "cause_kind")
    private String causeKind;

    @Column(name = "cause_id")
    private String causeId;

    @Column(name = "cause_number")
    private String causeNumber;

    private String clause;
    private long widened;

    @Version
    private long version;

    protected Hold() {}

    /**
     * @param store empty for every store of the processor
     * @param concealedPerson how the stores call the person, encrypted; null for everybody
     * @param controller empty for every controller
     * @param from the first day of the time that is kept; null for none
     * @param to its last day
     * @param endsOn the last day of the hold; null for none
     */
    Hold(
            UUID id,
            UUID processor,
            Optional<UUID> store,
            byte[] concealedPerson,
            Optional<UUID> controller,
            LocalDate from,
            LocalDate to,
            String reason,
            LocalDate endsOn,
            String by,
            Instant now) {
        this.id = id;
        this.processorId = processor;
        this.storeId = store.map(UUID::toString).orElse(null);
        this.person = concealedPerson == null ? null : concealedPerson.clone();
        this.controllerId = controller.map(UUID::toString).orElse(null);
        this.heldFrom = from;
        this.heldTo = to;
        this.reason = reason;
        this.endsOn = endsOn;
        this.placedBy = by;
        this.placedAt = now;
    }

    /** It stands by itself. */
    Hold of(Origin origin) {
        causeKind = origin.kind();
        causeId = origin.id().toString();
        causeNumber = origin.number();
        clause = origin.clause();
        return this;
    }

    void lift(String by, Instant now) {
        liftedAt = now;
        liftedBy = by;
    }

    /** Whether it keeps anything on that day. */
    public boolean standsOn(LocalDate day) {
        return liftedAt == null && (endsOn == null || !day.isAfter(endsOn));
    }

    public UUID id() {
        return id;
    }

    public UUID processorId() {
        return processorId;
    }

    public Optional<UUID> store() {
        return Optional.ofNullable(storeId).map(UUID::fromString);
    }

    byte[] person() {
        return person == null ? null : person.clone();
    }

    /** Whether it keeps one person's data only. */
    public boolean isOfPerson() {
        return person != null;
    }

    public Optional<UUID> controller() {
        return Optional.ofNullable(controllerId).map(UUID::fromString);
    }

    public Optional<LocalDate> from() {
        return Optional.ofNullable(heldFrom);
    }

    public Optional<LocalDate> to() {
        return Optional.ofNullable(heldTo);
    }

    /** Why it stands by itself; empty if a person placed it. */
    public Optional<Origin> origin() {
        return Optional.ofNullable(causeId)
                .map(cause -> new Origin(causeKind, UUID.fromString(cause), causeNumber, clause));
    }

    /** Whether it says itself what it keeps; what it doesn't say, its cause does. */
    public boolean saysWhat() {
        return storeId != null || person != null || controllerId != null || heldFrom != null || heldTo != null;
    }

    /** Whether it keeps everything in its store. */
    public boolean isOfAll() {
        return person == null
                && controllerId == null
                && heldFrom == null
                && heldTo == null
                && (causeId == null || storeId != null);
    }

    public String reason() {
        return reason;
    }

    public Instant placedAt() {
        return placedAt;
    }

    public String placedBy() {
        return placedBy;
    }

    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    public Optional<Instant> liftedAt() {
        return Optional.ofNullable(liftedAt);
    }

    public Optional<String> liftedBy() {
        return Optional.ofNullable(liftedBy);
    }
}
