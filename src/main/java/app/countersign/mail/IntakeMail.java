package app.countersign.mail;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.StoredReason;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that came into a mailbox of ours. It is recorded once with its files, then sorted: filed where it belongs,
 * noted, or left to a person with the reason why nothing could be done with it. The mail itself stays on the server.
 */
@Entity
@Table(name = "intake_mail")
public class IntakeMail {

    private static final PlainText REMARK = PlainText.lines(1000);

    @Id
    private UUID id;

    private String mailbox;

    @Column(name = "uid_validity")
    private long uidValidity;

    private long uid;
    private String fingerprint;

    @Column(name = "message_id")
    private String messageId;

    private String sender;
    private String subject;

    @Column(name = "body")
    private String text;

    @Column(name = "byte_count")
    private long size;

    private IntakeKind kind;
    private IntakeState state;

    @Column(name = "arrived_at")
    private Instant arrivedAt;

    @Column(name = "reason_key")
    private String reasonKey;

    @Column(name = "reason_detail")
    private String reasonDetail;

    /** As text, as are the two below: an empty UUID column is more than EclipseLink can write to PostgreSQL. */
    @Column(name = "outbox_id")
    private String outboxId;

    @Column(name = "about_kind")
    private String aboutKind;

    @Column(name = "about_id")
    private String aboutId;

    @Column(name = "processor_id")
    private String processorId;

    private boolean moved;

    @Column(name = "handled_at")
    private Instant handledAt;

    @Column(name = "handled_by")
    private String handledBy;

    private String remark;

    @ElementCollection
    @CollectionTable(name = "intake_file", joinColumns = @JoinColumn(name = "mail_id"))
    @OrderColumn(name = "ordinal")
    private List<IntakeFile> files = new ArrayList<>();

    @Version
    private long version;

    protected IntakeMail() {}

    /** As it was found in the mailbox, not yet opened. */
    IntakeMail(Place place, Envelope envelope, Instant now) {
        id = UUID.randomUUID();
        mailbox = place.mailbox();
        uidValidity = place.validity();
        uid = place.uid();
        fingerprint = envelope.fingerprint();
        messageId = envelope.messageId();
        sender = envelope.sender();
        subject = envelope.subject();
        size = envelope.size();
        text = "";
        kind = IntakeKind.LETTER;
        state = IntakeState.NEW;
        arrivedAt = now;
    }

    /** Where on the server a mail lies. */
    record Place(String mailbox, long validity, long uid) {}

    /** It was opened: what it says, and the files that came with it. */
    void opened(IntakeKind found, String words, List<IntakeFile> brought, Optional<UUID> answers) {
        kind = found;
        text = words;
        files.addAll(brought);
        outboxId = answers.map(UUID::toString).orElse(null);
    }

    /** A person has to look at it. */
    void waits(Reason why) {
        state = IntakeState.WAITING;
        because(why);
    }

    /** As {@link #waits(Reason)}, and whom it seems to concern is known. */
    void waits(Reason why, Affair affair) {
        waits(why);
        concerns(affair);
    }

    void filed(Reason why, Affair affair, Instant now) {
        state = IntakeState.FILED;
        because(why);
        concerns(affair);
        handledAt = now;
    }

    void noted(Reason why, Affair affair, Instant now) {
        state = IntakeState.NOTED;
        because(why);
        concerns(affair);
        handledAt = now;
    }

    /** A person has put it where it belongs. */
    void assigned(Reason why, Affair affair, String by, Instant now) {
        requireWaiting();
        filed(why, affair, now);
        handledBy = by;
    }

    /**
     * A person found that nothing follows.
     *
     * @throws app.countersign.kernel.Invalid with a complaint for {@code remark} if it is missing
     */
    void dismissed(String why, String by, Instant now) {
        requireWaiting();
        remark = REMARK.require("remark", why);
        state = IntakeState.DISMISSED;
        handledBy = by;
        handledAt = now;
    }

    private void requireWaiting() {
        if (state != IntakeState.WAITING) {
            throw Refused.because("mail.intake.refusal.handled", state.label());
        }
    }

    void wasMoved() {
        moved = true;
    }

    private void because(Reason why) {
        StoredReason stored = StoredReason.of(why);
        reasonKey = stored.key();
        reasonDetail = stored.detail();
    }

    private void concerns(Affair affair) {
        aboutKind = affair.kind();
        aboutId = affair.id() == null ? null : affair.id().toString();
        processorId =
                affair.processor() == null ? processorId : affair.processor().toString();
    }

    /** The processor whose own mailbox it came into. */
    void belongsTo(UUID processor) {
        processorId = processor.toString();
    }

    public UUID id() {
        return id;
    }

    public String mailbox() {
        return mailbox;
    }

    long uidValidity() {
        return uidValidity;
    }

    long uid() {
        return uid;
    }

    public String messageId() {
        return messageId;
    }

    /** As the mail says, which proves nothing. */
    public Optional<EmailAddress> sender() {
        return EmailAddress.parse(sender);
    }

    /** As the mail writes it; not always an address. */
    public String senderText() {
        return sender;
    }

    public String subject() {
        return subject;
    }

    /** The beginning of its words. */
    public String text() {
        return text;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public IntakeKind kind() {
        return kind;
    }

    public IntakeState state() {
        return state;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** Why it is in that state; empty for a new one. */
    public Optional<Reason> reason() {
        return Optional.ofNullable(reasonKey).map(key -> new StoredReason(key, reasonDetail).reason());
    }

    Optional<UUID> outboxId() {
        return Optional.ofNullable(outboxId).map(UUID::fromString);
    }

    /** What it is about, as in the trail: {@code contract}. */
    public Optional<UUID> about(String wantedKind) {
        return Optional.ofNullable(aboutId)
                .filter(known -> wantedKind.equals(aboutKind))
                .map(UUID::fromString);
    }

    public Optional<UUID> processorId() {
        return Optional.ofNullable(processorId).map(UUID::fromString);
    }

    public Optional<Instant> handledAt() {
        return Optional.ofNullable(handledAt);
    }

    /** The person; empty if the application did it. */
    public Optional<String> handledBy() {
        return Optional.ofNullable(handledBy);
    }

    /** Why a person dismissed it. */
    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    public List<IntakeFile> files() {
        return List.copyOf(files);
    }
}
