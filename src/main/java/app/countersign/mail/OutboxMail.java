package app.countersign.mail;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail on its way out. It waits until its time has come, is claimed by one instance for a while, and then is either
 * sent, waits again, or has failed for good. Its Message-ID is fixed from the beginning: should an instance die between
 * the mail server's answer and our commit, the second copy carries the same one and mail programs show it once.
 */
@Entity
@Table(name = "outbox_mail")
public class OutboxMail {

    /** How long an instance may take over one mail before another takes it for dead. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** After that, a claim is one of an instance that died: whoever delivers alone then need not wait for its end. */
    static final Duration LEFT = Duration.ofMinutes(1);

    private static final String BLANK = "********";
    private static final int PROBLEM_LIMIT = 500;

    @Id
    private UUID id;

    private String recipient;
    private String subject;

    @Column(name = "body")
    private String text;

    private String language;

    @Column(name = "about_kind")
    private String aboutKind;

    @Column(name = "about_id")
    private UUID aboutId;

    private String secret;

    /** Kept as text: the persistence provider can't read an absent UUID. */
    @Column(name = "processor_id")
    private String processor;

    @Column(name = "message_id")
    private String messageId;

    private MailState state;
    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "first_attempt_at")
    private Instant firstAttemptAt;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "last_problem")
    private String lastProblem;

    private String answer;
    private String unsubscribe;

    @ElementCollection
    @CollectionTable(name = "outbox_attachment", joinColumns = @JoinColumn(name = "mail_id"))
    @OrderColumn(name = "ordinal")
    private List<OutboxAttachment> attachments = new ArrayList<>();

    protected OutboxMail() {}

    /** @param host what stands after the @ of the Message-ID */
    OutboxMail(Mail mail, String host, Instant now) {
        id = UUID.randomUUID();
        recipient = mail.to().value();
        subject = mail.subject();
        text = mail.text();
        language = mail.language().toLanguageTag();
        aboutKind = mail.aboutKind();
        aboutId = mail.aboutId();
        secret = mail.secret().orElse(null);
        processor = mail.processor().map(UUID::toString).orElse(null);
        unsubscribe = mail.unsubscribe().orElse(null);
        messageId = "<" + id + "@" + host + ">";
        state = MailState.WAITING;
        createdAt = now;
        nextAttemptAt = now;
        mail.attachments().forEach(file -> attachments.add(new OutboxAttachment(file)));
    }

    /** An instance takes the mail: nobody else does until the claim lapses. */
    void claim(Instant now) {
        state = MailState.SENDING;
        attempts++;
        firstAttemptAt = firstAttemptAt == null ? now : firstAttemptAt;
        nextAttemptAt = now.plus(CLAIM);
    }

    /** The mail server has it. What only the recipient may know is forgotten here.
     *
     * @param said with which words it took the mail over */
    void delivered(String said, Instant now) {
        answer = cut(said);
        state = MailState.SENT;
        sentAt = now;
        nextAttemptAt = null;
        lastProblem = null;
        text = secret == null ? text : text.replace(secret, BLANK);
        secret = null;
        // What ends the subscription opens it, too, and stands in the recipient's copy.
        unsubscribe = isToSubscriber() ? "" : null;
    }

    /**
     * It could not be delivered this time.
     *
     * @param lasting whether the mail server refused it for good, so that trying again can't help
     */
    void undelivered(String problem, boolean lasting, Instant now) {
        lastProblem = cut(problem);
        if (lasting || RetryPlan.isExhausted(Duration.between(firstAttemptAt, now))) {
            state = MailState.FAILED;
            nextAttemptAt = null;
        } else {
            state = MailState.WAITING;
            nextAttemptAt = now.plus(RetryPlan.pauseAfter(attempts));
        }
    }

    /** It came back. What only the recipient may know is gone from it, so that it can't be sent again. */
    void bounced(String said) {
        state = MailState.BOUNCED;
        nextAttemptAt = null;
        lastProblem = cut(said);
    }

    /** Whether it goes to somebody of whom nothing but the address is known. */
    private boolean isToSubscriber() {
        return unsubscribe != null;
    }

    /** Where one click ends what it belongs to; empty once it has gone. */
    Optional<String> unsubscribe() {
        return Optional.ofNullable(unsubscribe).filter(address -> !address.isEmpty());
    }

    /** What was said of it as the trail keeps it, which is to know no subscriber. */
    String withoutSubscriber(String said) {
        return isToSubscriber() ? said.replace(recipient, new EmailAddress(recipient).masked()) : said;
    }

    private static String cut(String said) {
        return said.length() > PROBLEM_LIMIT ? said.substring(0, PROBLEM_LIMIT) : said;
    }

    /** A person has it tried at once, and gives a failed one another four days. */
    void retry(Instant now) {
        if (state == MailState.BOUNCED) {
            throw Refused.because("mail.refusal.bounced");
        }
        if (state == MailState.SENT || state == MailState.SENDING) {
            throw Refused.because("mail.refusal.on-its-way");
        }
        state = MailState.WAITING;
        attempts = 0;
        firstAttemptAt = null;
        nextAttemptAt = now;
    }

    public UUID id() {
        return id;
    }

    public String recipient() {
        return recipient;
    }

    public String subject() {
        return subject;
    }

    /** The body as it went out; for people to read there is {@link #shownText()}. */
    String text() {
        return text;
    }

    /** The body with what only the recipient may know blanked out, delivered or not. */
    public String shownText() {
        return secret == null ? text : text.replace(secret, BLANK);
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public String aboutKind() {
        return aboutKind;
    }

    public UUID aboutId() {
        return aboutId;
    }

    /** Whose business it is; empty for what concerns the installation itself. */
    public Optional<UUID> processor() {
        return Optional.ofNullable(processor).map(UUID::fromString);
    }

    public String messageId() {
        return messageId;
    }

    public MailState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** What the mail server said last, in its words. */
    public Optional<String> lastProblem() {
        return Optional.ofNullable(lastProblem);
    }

    /** With which words the mail server took it over. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    public List<Mail.Attachment> attachments() {
        return attachments.stream().map(OutboxAttachment::file).toList();
    }

    /** What to show beside the state: why the mail is still here. */
    public Optional<Reason> hint(boolean serverConfigured) {
        if (state == MailState.WAITING && !serverConfigured) {
            return Optional.of(Reason.of("mail.hint.no-server"));
        }
        String said = state == MailState.BOUNCED ? "mail.hint.bounced" : "mail.hint.problem";
        return lastProblem().map(problem -> Reason.of(said, problem));
    }
}
