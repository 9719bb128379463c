package app.countersign.retention;

import app.countersign.kernel.PlainText;
import app.countersign.kernel.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Something that a person deletes where no program of ours reaches, such as at a service. Whoever did it says so. */
@Entity
@Table(name = "hand_deletion")
public class HandDeletion {

    static final PlainText NAME = PlainText.line(200);
    static final PlainText NOTE = PlainText.lines(1000);
    private static final PlainText STATEMENT = PlainText.lines(2000);
    private static final UUID NONE = new UUID(0, 0);

    @Id
    private UUID id;

    private long serial;

    @Column(name = "processor_id")
    private UUID processorId;

    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "contract_number")
    private String contractNumber;

    @Column(name = "erasure_id")
    private String erasureId;

    private String title;
    private String clause;
    private String note;

    @Column(name = "requested_on")
    private LocalDate requestedOn;

    @Column(name = "due_at")
    private Instant dueAt;

    private String assignee;
    private HandDeletionState state;

    @Column(name = "done_at")
    private Instant doneAt;

    @Column(name = "done_by")
    private String doneBy;

    private String statement;

    @Column(name = "proof_name")
    private String proofName;

    @Column(name = "proof_sha256")
    private String proofSha256;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Version
    private long version;

    protected HandDeletion() {}

    /**
     * What is to be deleted, and why.
     *
     * @param title what and where, such as the name of a service
     * @param clause as the trail cites it
     * @param note for whoever does it; may be empty, and is to name nobody
     */
    record Order(String title, String clause, String note) {}

    HandDeletion(long serial, UUID processorId, Order order, LocalDate requestedOn, Instant dueAt, Instant now) {
        this.id = UUID.randomUUID();
        this.serial = serial;
        this.processorId = processorId;
        this.contractId = NONE;
        this.contractNumber = "";
        this.title = NAME.require("title", order.title());
        this.clause = order.clause();
        this.note = NOTE.optional("note", order.note());
        this.requestedOn = requestedOn;
        this.dueAt = dueAt;
        this.assignee = "";
        this.state = HandDeletionState.OPEN;
        this.recordedAt = now;
    }

    /** It belongs to what is done after that contract's end. */
    HandDeletion of(Disposal disposal) {
        contractId = disposal.contractId();
        contractNumber = disposal.number();
        return this;
    }

    /** It belongs to that erasure: whose data it is stands there, as long as it is open. */
    HandDeletion of(Erasure erasure) {
        erasureId = erasure.id().toString();
        return this;
    }

    /** @param name who is to do it; empty for nobody yet */
    void assign(String name) {
        requireOpen();
        assignee = NAME.optional("assignee", name);
    }

    /**
     * It is done.
     *
     * @param by who deleted
     * @param said what that person states
     */
    void done(String by, String said, Instant at) {
        requireOpen();
        doneBy = NAME.require("by", by);
        statement = STATEMENT.require("statement", said);
        doneAt = at;
        state = HandDeletionState.DONE;
    }

    /** A file that proves it. */
    void proven(String name, String sha256) {
        proofName = name;
        proofSha256 = sha256;
    }

    /** It need not be done. */
    void drop(String by, String why, Instant at) {
        requireOpen();
        statement = STATEMENT.require("reason", why);
        doneBy = by;
        doneAt = at;
        state = HandDeletionState.DROPPED;
    }

    boolean isOpen() {
        return state == HandDeletionState.OPEN;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw Refused.because("deletion.refusal.settled");
        }
    }

    public UUID id() {
        return id;
    }

    public long serial() {
        return serial;
    }

    /** {@code LH-000012} */
    public String number() {
        return String.format("LH-%06d", serial);
    }

    public UUID processorId() {
        return processorId;
    }

    /** The ended contract to which it belongs. */
    public Optional<UUID> contractId() {
        return Optional.of(contractId).filter(of -> !of.equals(NONE));
    }

    /** The erasure of a person's data to which it belongs. */
    public Optional<UUID> erasure() {
        return Optional.ofNullable(erasureId).map(UUID::fromString);
    }

    /** Empty where it belongs to no contract. */
    public String contractNumber() {
        return contractNumber;
    }

    public String title() {
        return title;
    }

    /** As the trail cites it. */
    public String clause() {
        return clause;
    }

    public String note() {
        return note;
    }

    public LocalDate requestedOn() {
        return requestedOn;
    }

    public Instant dueAt() {
        return dueAt;
    }

    /** Empty as long as nobody has it. */
    public String assignee() {
        return assignee;
    }

    public HandDeletionState state() {
        return state;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }

    public Optional<String> doneBy() {
        return Optional.ofNullable(doneBy);
    }

    /** What whoever deleted states, or why it need not be done. */
    public Optional<String> statement() {
        return Optional.ofNullable(statement);
    }

    public Optional<String> proofName() {
        return Optional.ofNullable(proofName);
    }

    public Optional<String> proofSha256() {
        return Optional.ofNullable(proofSha256);
    }
}
