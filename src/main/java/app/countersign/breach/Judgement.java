package app.countersign.breach;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What somebody judged a breach's severity to be, and why. A later judgement stands beside it and changes nothing of it. */
@Entity
@Table(name = "breach_judgement")
public class Judgement {

    @Id
    private UUID id;

    @Column(name = "breach_id")
    private UUID breachId;

    private String nature;

    @Column(name = "data_context")
    private int context;

    @Column(name = "context_reason")
    private String contextReason;

    private String ease;

    @Column(name = "ease_reason")
    private String easeReason;

    private String confidentiality;
    private String integrity;
    private String availability;
    private boolean malicious;

    @Column(name = "circumstances_reason")
    private String circumstancesReason;

    private boolean unintelligible;

    @Column(name = "many_persons")
    private boolean manyPersons;

    private BigDecimal score;
    private String severity;

    @Column(name = "judged_at")
    private Instant judgedAt;

    @Column(name = "judged_by")
    private String judgedBy;

    protected Judgement() {}

    /** @param why of its three steps, each may be empty
     * @param manyPersons whether it may concern over 100 */
    Judgement(
            UUID breachId,
            Severity judged,
            Why why,
            boolean unintelligible,
            boolean manyPersons,
            Instant now,
            String by) {
        this.id = UUID.randomUUID();
        this.breachId = breachId;
        this.nature = KebabCase.of(judged.nature());
        this.context = judged.context();
        this.contextReason = why.context();
        this.ease = KebabCase.of(judged.ease());
        this.easeReason = why.ease();
        this.confidentiality = KebabCase.of(judged.confidentiality());
        this.integrity = KebabCase.of(judged.integrity());
        this.availability = KebabCase.of(judged.availability());
        this.malicious = judged.malicious();
        this.circumstancesReason = why.circumstances();
        this.unintelligible = unintelligible;
        this.manyPersons = manyPersons;
        this.score = judged.score();
        this.severity = KebabCase.of(judged.level());
        // As it is kept: what is answered now and read later is the same.
        this.judgedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.judgedBy = by;
    }

    /** The reasons for each step; empty where there is nothing to say. */
    record Why(String context, String ease, String circumstances) {}

    public UUID id() {
        return id;
    }

    public UUID breachId() {
        return breachId;
    }

    /** The steps that were chosen. */
    public Severity severity() {
        return new Severity(
                KebabCase.read(Nature.class, nature),
                context,
                KebabCase.read(Ease.class, ease),
                KebabCase.read(Loss.class, confidentiality),
                KebabCase.read(Loss.class, integrity),
                KebabCase.read(Loss.class, availability),
                malicious);
    }

    /** As it came out then. */
    public BigDecimal score() {
        return score;
    }

    /** As it came out then. */
    public Level level() {
        return KebabCase.read(Level.class, severity);
    }

    public String contextReason() {
        return contextReason;
    }

    public String easeReason() {
        return easeReason;
    }

    public String circumstancesReason() {
        return circumstancesReason;
    }

    /** ENISA's flag: nobody can read the data who must not. */
    public boolean isUnintelligible() {
        return unintelligible;
    }

    /** ENISA's flag: over 100 persons may be concerned. */
    public boolean concernsMany() {
        return manyPersons;
    }

    public Instant judgedAt() {
        return judgedAt;
    }

    public String judgedBy() {
        return judgedBy;
    }
}
