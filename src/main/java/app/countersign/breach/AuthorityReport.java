package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A report as an authority received it. Never changed: what is known later goes into a further one (Art. 33(4) GDPR). */
@Entity
@Table(name = "breach_authority_report")
public class AuthorityReport {

    /** Stands for the concern where we report our own data. */
    static final UUID OURSELVES = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "breach_id")
    private UUID breachId;

    @Column(name = "processor_id")
    private UUID processorId;

    @Column(name = "concern_id")
    private UUID concernId;

    @Column(name = "controller_name")
    private String controllerName;

    private String instruction;

    @Column(name = "report_number")
    private int number;

    private String phase;

    @Column(name = "authority_id")
    private String authorityId;

    @Column(name = "authority_name")
    private String authorityName;

    private String channel;

    @Column(name = "file_reference")
    private String reference;

    @Column(name = "delay_reasons")
    private String delayReasons;

    private String language;

    @Column(name = "pdf_sha256")
    private String pdf;

    @Column(name = "json_sha256")
    private String json;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "sent_by")
    private String sentBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected AuthorityReport() {}

    /**
     * @param by who sent it, for people to read
     * @param pdf the SHA-256 of what was sent
     * @param json the SHA-256 of the same as data
     */
    AuthorityReport(
            AuthorityDraft draft,
            Responsible responsible,
            Sending how,
            String pdf,
            String json,
            Instant now,
            String by) {
        this.id = UUID.randomUUID();
        this.breachId = draft.breach().id();
        this.processorId = responsible.processorId();
        this.concernId = responsible.concernId();
        this.controllerName = draft.controller().name();
        this.number = draft.number();
        this.phase = KebabCase.of(how.phase());
        this.authorityId = how.authority().id();
        this.authorityName = how.authority().name(draft.language());
        this.channel = KebabCase.of(how.channel());
        this.reference = how.reference();
        this.delayReasons = how.delayReasons();
        this.instruction = how.instruction();
        this.language = draft.language().toLanguageTag();
        this.pdf = pdf;
        this.json = json;
        // As they are kept: what is answered now and read later is the same.
        this.sentAt = how.at().truncatedTo(ChronoUnit.MICROS);
        this.sentBy = by;
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** How a report is sent. Texts may be empty. */
    record Sending(
            Instant at,
            ReportPhase phase,
            Authority authority,
            Channel channel,
            String reference,
            String delayReasons,
            String instruction) {}

    public UUID id() {
        return id;
    }

    public UUID breachId() {
        return breachId;
    }

    public UUID processorId() {
        return processorId;
    }

    /** The controller's concern, where we reported on its instruction. */
    public Optional<UUID> concern() {
        return Optional.of(concernId).filter(concern -> !concern.equals(OURSELVES));
    }

    /** For whom. */
    public String controllerName() {
        return controllerName;
    }

    /** On what instruction of the controller; empty where it is our own data. */
    public String instruction() {
        return instruction;
    }

    /** Of this controller's reports, from 1. */
    public int number() {
        return number;
    }

    public ReportPhase phase() {
        return KebabCase.read(ReportPhase.class, phase);
    }

    public String authorityId() {
        return authorityId;
    }

    /** As it was called then. */
    public String authorityName() {
        return authorityName;
    }

    public Channel channel() {
        return KebabCase.read(Channel.class, channel);
    }

    /** The authority's own number for it; may be empty. */
    public String reference() {
        return reference;
    }

    /** Why it was late (Art. 33(1) GDPR); empty if it was not. */
    public String delayReasons() {
        return delayReasons;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** The SHA-256 of the PDF/A that was sent. */
    public String pdf() {
        return pdf;
    }

    /** The SHA-256 of the same as JSON. */
    public String json() {
        return json;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public String sentBy() {
        return sentBy;
    }

    /** When that was entered. */
    public Instant recordedAt() {
        return recordedAt;
    }
}
