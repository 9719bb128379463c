package app.countersign.breach;

import app.countersign.document.StoredFile;
import app.countersign.mail.Outbox;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That somebody was told, by whom, how and when, and what proves it. A notice that came back has more than one. */
@Entity
@Table(name = "breach_telling")
public class Telling {

    @Id
    private UUID id;

    @Column(name = "notice_id")
    private UUID noticeId;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private NoticeChannel channel;
    private String recipient;
    private String teller;
    private String remark;

    @Column(name = "text_no")
    private int textNo;

    @Column(name = "text_sha256")
    private String textSha256;

    @Column(name = "letter_sha256")
    private String letterSha256;

    @Column(name = "letter_size")
    private long letterSize;

    @Column(name = "mail_id")
    private UUID mailId;

    @Column(name = "message_id")
    private String messageId;

    @Column(name = "answered_at")
    private Instant answeredAt;

    private String answer;

    @Column(name = "failed_at")
    private Instant failedAt;

    private String problem;

    protected Telling() {}

    /**
     * @param recipient the address, or the person who was told
     * @param teller who told
     * @param textSha256 of the letter's words, UTF-8
     * @param letter the letter as PDF
     */
    Telling(
            Notice notice,
            NoticeChannel channel,
            Instant toldAt,
            String recipient,
            String teller,
            String remark,
            String textSha256,
            StoredFile letter,
            Instant now,
            String by) {
        this.id = UUID.randomUUID();
        this.noticeId = notice.id();
        this.channel = channel;
        this.toldAt = toldAt;
        this.recipient = recipient;
        this.teller = teller;
        this.remark = remark;
        this.textNo = notice.textNo();
        this.textSha256 = textSha256;
        this.letterSha256 = letter.sha256();
        this.letterSize = letter.size();
        this.mailId = Notice.NONE;
        this.recordedAt = now;
        this.recordedBy = by;
    }

    void mailed(UUID mail) {
        mailId = mail;
    }

    /** A mail server has taken it over. */
    void taken(Outbox.Sent sent) {
        messageId = sent.messageId();
        answer = sent.answer().orElse("");
        answeredAt = sent.sentAt().orElse(null);
    }

    /** It could not be delivered after all. */
    void failed(Outbox.Sent sent, Instant now) {
        messageId = sent.messageId();
        problem = sent.problem().orElse("");
        failedAt = now;
    }

    UUID noticeId() {
        return noticeId;
    }

    public Instant toldAt() {
        return toldAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public NoticeChannel channel() {
        return channel;
    }

    /** The address, or the person who was told; may be empty. */
    public String recipient() {
        return recipient;
    }

    public String teller() {
        return teller;
    }

    /** What is to be kept of it, such as what was answered on the telephone; may be empty. */
    public String remark() {
        return remark;
    }

    int textNo() {
        return textNo;
    }

    /** Of the letter's words, UTF-8. */
    public String textSha256() {
        return textSha256;
    }

    public String letterSha256() {
        return letterSha256;
    }

    public long letterSize() {
        return letterSize;
    }

    Optional<UUID> mailId() {
        return Optional.of(mailId).filter(it -> !it.equals(Notice.NONE));
    }

    public Optional<String> messageId() {
        return Optional.ofNullable(messageId);
    }

    /** When a mail server took it over. */
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** With which words the mail server took it over. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    /** When it came back, or was given up. */
    public Optional<Instant> failedAt() {
        return Optional.ofNullable(failedAt);
    }

    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
