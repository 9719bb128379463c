package app.countersign.inquiry;

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

/** Somebody wants to know something of data. It is open until what was answered is recorded. */
@Entity
@Table(name = "inquiry")
public class Inquiry {

    @Id
    private UUID id;

    private long serial;
    private String number;

    @Column(name = "processor_id")
    private UUID processorId;

    private InquiryKind kind;
    private byte[] asker;
    private byte[] person;

    @Column(name = "contract_id")
    private String contractId;

    @Column(name = "contract_number")
    private String contractNumber;

    @Column(name = "store_id")
    private String storeId;

    @Column(name = "about_from")
    private LocalDate aboutFrom;

    @Column(name = "about_to")
    private LocalDate aboutTo;

    private String reference;
    private String matter;
    private String handler;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    private String clause;

    @Column(name = "due_at")
    private Instant dueAt;

    private InquiryState state;

    @Column(name = "extended_at")
    private Instant extendedAt;

    @Column(name = "extended_for")
    private String extendedFor;

    @Column(name = "answered_on")
    private LocalDate answeredOn;

    private String answer;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "closed_by")
    private String closedBy;

    @Version
    private long version;

    protected Inquiry() {}

    /**
     * @param serial of its own, for the order of pages
     * @param handler who sees to it, by name
     */
    Inquiry(
            UUID id,
            long serial,
            UUID processor,
            Received received,
            About about,
            String handler,
            Instant now,
            String by) {
        this.id = id;
        this.serial = serial;
        this.number = "IQ-%d-%04d".formatted(received.on().getYear(), serial);
        this.processorId = processor;
        this.kind = received.kind();
        this.reference = received.reference();
        this.matter = received.matter();
        this.receivedOn = received.on();
        this.clause = received.clause();
        this.contractId = about.contract().map(UUID::toString).orElse(null);
        this.contractNumber = about.contractNumber();
        this.storeId = about.store().map(UUID::toString).orElse(null);
        this.aboutFrom = about.from().orElse(null);
        this.aboutTo = about.to().orElse(null);
        this.handler = handler;
        this.state = InquiryState.OPEN;
        this.recordedAt = now;
        this.recordedBy = by;
    }

    /**
     * Who asks, and whom it is about.
     *
     * @param concealedAsker encrypted
     * @param concealedPerson encrypted; null for nobody in particular
     */
    Inquiry names(byte[] concealedAsker, byte[] concealedPerson) {
        asker = concealedAsker.clone();
        person = concealedPerson == null ? null : concealedPerson.clone();
        return this;
    }

    Inquiry due(Instant at) {
        dueAt = at;
        return this;
    }

    /**
     * It is answered later than first said.
     *
     * @param why as whoever asked was told
     * @param once whether that may be so only once
     */
    void extend(Instant until, String why, boolean once, Instant now) {
        requireOpen();
        if (once && extendedAt != null) {
            throw Refused.because("inquiry.refusal.extended");
        }
        dueAt = until;
        extendedFor = why;
        extendedAt = now;
    }

    /** @param what was answered, and how */
    void answer(String what, LocalDate on, Instant now, String by) {
        requireOpen();
        answer = what;
        answeredOn = on;
        closedAt = now;
        closedBy = by;
        state = InquiryState.ANSWERED;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw Refused.because("inquiry.refusal.answered");
        }
    }

    public boolean isOpen() {
        return state == InquiryState.OPEN;
    }

    public UUID id() {
        return id;
    }

    public long serial() {
        return serial;
    }

    /** {@code IQ-2026-0001} */
    public String number() {
        return number;
    }

    public UUID processorId() {
        return processorId;
    }

    public InquiryKind kind() {
        return kind;
    }

    byte[] asker() {
        return asker.clone();
    }

    byte[] person() {
        return person == null ? null : person.clone();
    }

    /** Whether it is about one person's data. */
    public boolean isAboutPerson() {
        return person != null;
    }

    /** The contract with the controller whose data it is about. */
    public Optional<UUID> contract() {
        return Optional.ofNullable(contractId).map(UUID::fromString);
    }

    /** Empty where it is about no controller's in particular. */
    public String contractNumber() {
        return contractNumber;
    }

    public Optional<UUID> store() {
        return Optional.ofNullable(storeId).map(UUID::fromString);
    }

    public Optional<LocalDate> from() {
        return Optional.ofNullable(aboutFrom);
    }

    public Optional<LocalDate> to() {
        return Optional.ofNullable(aboutTo);
    }

    /** Of those who ask; may be empty. */
    public String reference() {
        return reference;
    }

    /** What they want to know. */
    public String matter() {
        return matter;
    }

    public String handler() {
        return handler;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    /** On which it rests, as the trail cites it, or as people wrote it. */
    public String clause() {
        return clause;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public InquiryState state() {
        return state;
    }

    /** When it was last said that the answer takes longer. */
    public Optional<Instant> extendedAt() {
        return Optional.ofNullable(extendedAt);
    }

    /** Why it takes longer. */
    public Optional<String> extendedFor() {
        return Optional.ofNullable(extendedFor);
    }

    public Optional<LocalDate> answeredOn() {
        return Optional.ofNullable(answeredOn);
    }

    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<String> closedBy() {
        return Optional.ofNullable(closedBy);
    }
}
