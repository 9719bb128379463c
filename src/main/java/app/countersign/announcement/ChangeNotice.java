package app.countersign.announcement;

import app.countersign.contract.Contract;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.StoredReason;
import app.countersign.subprocessor.EngageRule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That one controller was told of a change, by which rule, and what came of it. There is one for each contract and change,
 * which the database sees to.
 */
@Entity
@Table(name = "sub_processor_notice")
public class ChangeNotice {

    static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "change_id")
    private UUID changeId;

    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "contract_number")
    private String contractNumber;

    @Column(name = "controller_name")
    private String controllerName;

    @Column(name = "processor_id")
    private UUID processorId;

    private String clause;
    private String cited;
    private boolean asks;
    private boolean silence;
    private AnswerState state;

    @Column(name = "told_at")
    private Instant toldAt;

    private String recipient;

    @Column(name = "mail_id")
    private UUID mailId;

    @Column(name = "due_at")
    private Instant dueAt;

    private int reminded;

    /** When something is to be done with it next; null once there is nothing, so that the index holds little else. */
    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "answered_by")
    private String answeredBy;

    private String reason;

    @Column(name = "effective_at")
    private Instant effectiveAt;

    @Column(name = "retold_at")
    private Instant retoldAt;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    @Version
    private long version;

    protected ChangeNotice() {}

    /** @param dueAt until when an answer counts, and from when on the change takes effect */
    ChangeNotice(Announcement change, Contract contract, EngageRule rule, Instant now, Instant dueAt) {
        this(rule, now, dueAt);
        this.changeId = change.id();
        this.contractId = contract.id();
        this.contractNumber = contract.number();
        this.controllerName = contract.controller().name();
        this.processorId = change.processorId();
    }

    /** What the rule makes of it, whoever it is for. */
    ChangeNotice(EngageRule rule, Instant now, Instant dueAt) {
        this.id = UUID.randomUUID();
        this.clause = rule.clause();
        this.cited = rule.label();
        this.asks = rule.asks();
        this.silence = rule.silence();
        this.state = rule.asks() ? AnswerState.WAITING : AnswerState.INFORMED;
        this.toldAt = now;
        this.dueAt = dueAt;
        this.nextAt = nextOf(now);
        this.recipient = "";
        this.mailId = NOBODY;
        this.reason = "";
    }

    void mailed(String to, UUID mail) {
        recipient = to;
        mailId = mail;
    }

    /** It can't be mailed: a person tells the controller in another way. */
    void unmailable(Reason why) {
        keep(why);
    }

    /** The contract or the law does not allow the change. */
    void bar(Reason why) {
        state = AnswerState.BARRED;
        nextAt = null;
        keep(why);
    }

    private void keep(Reason why) {
        StoredReason stored = StoredReason.of(why);
        problemKey = stored.key();
        problemDetail = stored.detail();
    }

    /** @throws Refused if the change is in effect, or this contract needs no consent */
    void consent(Instant now, String by) {
        requireOpen();
        answer(AnswerState.CONSENTED, now, by, "");
        nextAt = dueAt;
    }

    /** @throws Refused if the change is in effect, or was only told */
    void object(Instant now, String by, String why) {
        requireOpen();
        answer(AnswerState.OBJECTED, now, by, why);
        nextAt = null;
    }

    private void answer(AnswerState as, Instant now, String by, String why) {
        state = as;
        answeredAt = now;
        answeredBy = by;
        reason = why;
    }

    /** The change was withdrawn: nothing more comes of this. */
    void withdrawn(Instant now) {
        retoldAt = now;
        nextAt = null;
    }

    /** When the controller was told that the change is withdrawn, or would have been. */
    Optional<Instant> retoldAt() {
        return Optional.ofNullable(retoldAt);
    }

    private void requireOpen() {
        if (retoldAt != null) {
            throw Refused.because("announcement.refusal.withdrawn");
        }
        if (!asks || state == AnswerState.BARRED) {
            throw Refused.because("announcement.refusal.not-asked");
        }
        if (effectiveAt != null) {
            throw Refused.because("announcement.refusal.in-effect");
        }
    }

    /** What the time has come for. */
    enum Due {
        REMIND,
        TAKE_EFFECT,
        NOTHING
    }

    /** Does what the time has come for, and says what that was. */
    Due due(Instant now) {
        if (state == AnswerState.WAITING && silence && !dueAt.isAfter(now)) {
            answer(AnswerState.UNOPPOSED, dueAt, "", "");
        }
        if (state.allows() && !dueAt.isAfter(now)) {
            effectiveAt = now;
            nextAt = null;
            return Due.TAKE_EFFECT;
        }
        if (state == AnswerState.WAITING && !silence && dueAt.isAfter(now)) {
            reminded++;
            nextAt = nextOf(now);
            return Due.REMIND;
        }
        nextAt = state.allows() ? dueAt : null;
        return Due.NOTHING;
    }

    /** Whoever is asked and says nothing is reminded when half and when four fifths of the time are gone. */
    private Instant nextOf(Instant now) {
        if (state != AnswerState.WAITING || silence) {
            return dueAt;
        }
        Duration time = Duration.between(toldAt, dueAt);
        for (int percent : new int[] {50, 80}) {
            Instant at = toldAt.plus(time.multipliedBy(percent).dividedBy(100));
            if (at.isAfter(now)) {
                return at;
            }
        }
        return null;
    }

    public UUID id() {
        return id;
    }

    public UUID changeId() {
        return changeId;
    }

    public UUID contractId() {
        return contractId;
    }

    public String contractNumber() {
        return contractNumber;
    }

    public String controllerName() {
        return controllerName;
    }

    public UUID processorId() {
        return processorId;
    }

    /** The clause that demands it, by its id. */
    public String clause() {
        return clause;
    }

    /** The clause as people cite it. */
    public String cited() {
        return cited;
    }

    /** Whether the controller's answer counts. */
    public boolean asks() {
        return asks;
    }

    /** Whether silence lets the change pass. */
    public boolean silence() {
        return silence;
    }

    public AnswerState state() {
        return state;
    }

    /** Whether an answer can still be given. */
    public boolean isOpen() {
        return asks && effectiveAt == null && retoldAt == null && state != AnswerState.BARRED;
    }

    public Instant toldAt() {
        return toldAt;
    }

    /** Empty if nobody could be mailed. */
    public String recipient() {
        return recipient;
    }

    public Optional<UUID> mailId() {
        return Optional.of(mailId).filter(one -> !one.equals(NOBODY));
    }

    /** Until when an answer counts. */
    public Instant dueAt() {
        return dueAt;
    }

    /** When something is to be done next. */
    Optional<Instant> nextAt() {
        return Optional.ofNullable(nextAt);
    }

    public int reminded() {
        return reminded;
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public String answeredBy() {
        return answeredBy == null ? "" : answeredBy;
    }

    /** Of an objection; may be empty. */
    public String reason() {
        return reason;
    }

    public Optional<Instant> effectiveAt() {
        return Optional.ofNullable(effectiveAt);
    }

    /** Why it could not be mailed, or is barred. */
    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }
}
