package app.countersign.breach;

import app.countersign.contract.Contract;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.StoredReason;
import app.countersign.party.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What one controller is told of a breach, or what the persons are told, in one phase (Art. 33(4) GDPR). Until it is told
 * its words follow from the facts, unless a person has written others; from then on neither words nor facts change, and
 * what becomes known later is a further phase.
 */
@Entity
@Table(name = "breach_notice")
public class Notice {

    /** Stands for what there is none of: an empty UUID column can't be read. */
    static final UUID NONE = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "breach_id")
    private UUID breachId;

    @Column(name = "concern_id")
    private UUID concernId;

    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "contract_number")
    private String contractNumber;

    private String addressee;

    @Column(name = "processor_id")
    private UUID processorId;

    private String language;
    private int phase;
    private boolean latest;
    private NoticeState state;

    @Column(name = "text_no")
    private int textNo;

    @Column(name = "facts_id")
    private UUID factsId;

    @Column(name = "drafted_at")
    private Instant draftedAt;

    @Column(name = "drafted_by")
    private String draftedBy;

    /** Null unless it waits among many, so that the index holds little else. */
    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "queued_by")
    private String queuedBy;

    @Column(name = "late_reason")
    private String lateReason;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "told_by")
    private String toldBy;

    private NoticeChannel channel;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    @Version
    private long version;

    protected Notice() {}

    private Notice(UUID breachId, UUID processorId, Locale language, int phase, Instant now, String by) {
        this.id = UUID.randomUUID();
        this.breachId = breachId;
        this.processorId = processorId;
        this.language = language.toLanguageTag();
        this.phase = phase;
        this.latest = true;
        this.state = NoticeState.DRAFT;
        this.factsId = NONE;
        this.draftedAt = now;
        this.draftedBy = by;
    }

    /** To a controller, in the language of the contract.
     *
     * @param phase from 1 */
    static Notice toController(Concern concern, Contract contract, int phase, Instant now, String by) {
        Notice notice = new Notice(concern.breachId(), concern.processorId(), contract.language(), phase, now, by);
        notice.concernId = concern.id();
        notice.contractId = contract.id();
        notice.contractNumber = contract.number();
        notice.addressee = concern.controllerName();
        return notice;
    }

    /** To the persons whose data it is, from us as the controller (Art. 34 GDPR).
     *
     * @param addressee what people call them */
    static Notice toPersons(
            UUID breachId, Organisation us, Locale language, String addressee, int phase, Instant now, String by) {
        Notice notice = new Notice(breachId, us.id(), language, phase, now, by);
        notice.concernId = NONE;
        notice.contractId = NONE;
        notice.contractNumber = "";
        notice.addressee = addressee;
        return notice;
    }

    /** A further phase follows. */
    void isFollowed() {
        latest = false;
    }

    /** There is no address to which it could go. */
    void hasNoAddress(Reason why) {
        if (state != NoticeState.BOUNCED && state != NoticeState.SENT) {
            state = NoticeState.UNMAILABLE;
            leaveQueue();
        }
        problem(why);
    }

    /** Other words than the application's.
     *
     * @param no their number
     * @throws Refused if it was told, or is on its way */
    void amend(int no, long seen) {
        requireSeen(seen);
        if (state != NoticeState.DRAFT && state != NoticeState.UNMAILABLE) {
            throw Refused.because(
                    state == NoticeState.QUEUED ? "notice.refusal.on-its-way" : "notice.refusal.told-stays");
        }
        textNo = no;
    }

    /** The application's own words again, from the facts as they are. What a person wrote stays on record. */
    void writeAnew(long seen) {
        amend(0, seen);
    }

    /** Waits for its turn.
     *
     * @param why it is late; null where it is not */
    void queue(String by, String why, Instant now) {
        state = NoticeState.QUEUED;
        queuedAt = now;
        queuedBy = by;
        lateReason = why;
        problemKey = null;
        problemDetail = null;
    }

    /** It could not be sent when its turn came; a person looks at it. */
    void sentBack(Reason why) {
        state = NoticeState.DRAFT;
        leaveQueue();
        problem(why);
    }

    /**
     * It was told.
     *
     * @param words the number of the text that was told
     * @param facts which were told
     * @throws Refused if somebody else was quicker
     */
    void told(int words, ToldFacts facts, NoticeChannel how, Instant at, String by) {
        requireUntold();
        textNo = words;
        factsId = facts.id();
        state = NoticeState.SENT;
        channel = how;
        toldAt = at;
        toldBy = by;
        problemKey = null;
        problemDetail = null;
        leaveQueue();
    }

    /** @throws Refused with who told it, when and how */
    void requireUntold() {
        if (state == NoticeState.SENT) {
            throw Refused.because("notice.refusal.told-already", toldBy, Date.from(toldAt), channel.label());
        }
    }

    /** It came back, or was given up: nobody was told after all, unless they were in another way meanwhile. */
    void cameBack(String recipient, String said) {
        state = NoticeState.BOUNCED;
        problem(Reason.of("notice.problem.came-back", recipient, said));
    }

    private void leaveQueue() {
        queuedAt = null;
    }

    private void problem(Reason why) {
        StoredReason stored = StoredReason.of(why);
        problemKey = stored.key();
        problemDetail = stored.detail();
    }

    /** @throws Refused if it has changed since */
    void requireSeen(long seen) {
        if (version != seen) {
            throw Refused.because("notice.refusal.changed-meanwhile");
        }
    }

    public UUID id() {
        return id;
    }

    public UUID breachId() {
        return breachId;
    }

    /** Empty for what goes to the persons. */
    public Optional<UUID> concernId() {
        return Optional.of(concernId).filter(it -> !it.equals(NONE));
    }

    /** Empty for what goes to the persons. */
    public Optional<UUID> contractId() {
        return Optional.of(contractId).filter(it -> !it.equals(NONE));
    }

    public boolean isToPersons() {
        return concernId.equals(NONE);
    }

    /** Empty for what goes to the persons. */
    public String contractNumber() {
        return contractNumber;
    }

    /** The controller's name. */
    public String addressee() {
        return addressee;
    }

    public UUID processorId() {
        return processorId;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** From 1. */
    public int phase() {
        return phase;
    }

    public boolean isLatest() {
        return latest;
    }

    public NoticeState state() {
        return state;
    }

    /** The number of the text that stands; 0 for the application's own words, from the facts as they are. */
    int textNo() {
        return textNo;
    }

    /** Whether a person has written other words. */
    public boolean isAmended() {
        return textNo > 0;
    }

    Optional<UUID> factsId() {
        return Optional.of(factsId).filter(it -> !it.equals(NONE));
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public String draftedBy() {
        return draftedBy;
    }

    String queuedBy() {
        return queuedBy;
    }

    String lateReason() {
        return lateReason;
    }

    public Optional<Instant> toldAt() {
        return Optional.ofNullable(toldAt);
    }

    public Optional<String> toldBy() {
        return Optional.ofNullable(toldBy);
    }

    public Optional<NoticeChannel> channel() {
        return Optional.ofNullable(channel);
    }

    /** Why it can't be mailed, or was not. */
    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }

    public long version() {
        return version;
    }
}
