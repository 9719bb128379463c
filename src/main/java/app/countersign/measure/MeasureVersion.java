package app.countersign.measure;

import app.countersign.kernel.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a measure said from some day on, or was proposed to say. It is decided upon once and never changes again. */
@Entity
@Table(name = "measure_version")
public class MeasureVersion {

    @Id
    private UUID id;

    @Column(name = "measure_id")
    private UUID measureId;

    private int no;
    private VersionState state;

    @Embedded
    private Statement statement;

    private boolean ends;
    private Level level;
    private String what;

    @Column(name = "template_hash")
    private String templateHash;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_by_id")
    private String madeById;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    private String reason;

    protected MeasureVersion() {}

    /**
     * @param what has changed, in words; empty for the first
     * @param templateHash of the template that says so; empty where a person does
     * @param ends whether the measure is to be given up
     */
    MeasureVersion(
            Measure measure,
            int no,
            Statement statement,
            Level level,
            String what,
            Optional<String> templateHash,
            boolean ends,
            Instant now,
            Author by) {
        this.id = UUID.randomUUID();
        this.measureId = measure.id();
        this.no = no;
        this.state = level == Level.LOWERED ? VersionState.PROPOSED : VersionState.CURRENT;
        this.statement = statement;
        this.level = level;
        this.what = what;
        this.templateHash = templateHash.orElse(null);
        this.ends = ends;
        this.madeAt = now;
        this.madeBy = by.name();
        this.madeById = by.account().map(UUID::toString).orElse(null);
    }

    /**
     * Who wrote or decides something.
     *
     * @param account empty for the application itself
     */
    record Author(String name, Optional<UUID> account) {}

    /** Another version is in force. */
    void supersede() {
        state = VersionState.SUPERSEDED;
    }

    /** A second person agrees that the level is lowered.
     *
     * @throws Refused if it is decided already, or by the one who proposed it */
    void approve(Instant now, Author by, String why) {
        decide(now, by, why);
        state = VersionState.CURRENT;
    }

    /** @throws Refused if it is decided already, or by the one who proposed it */
    void refuse(Instant now, Author by, String why) {
        decide(now, by, why);
        state = VersionState.REFUSED;
    }

    private void decide(Instant now, Author by, String why) {
        if (state != VersionState.PROPOSED) {
            throw Refused.because("measure.refusal.decided");
        }
        if (madeById != null
                && by.account().map(UUID::toString).filter(madeById::equals).isPresent()) {
            throw Refused.because("measure.refusal.second-person");
        }
        decidedAt = now;
        decidedBy = by.name();
        reason = why;
    }

    public UUID id() {
        return id;
    }

    public UUID measureId() {
        return measureId;
    }

    public int no() {
        return no;
    }

    public VersionState state() {
        return state;
    }

    public Statement statement() {
        return statement;
    }

    /** Whether the measure is given up with it. */
    public boolean isEnd() {
        return ends;
    }

    public Level level() {
        return level;
    }

    /** What has changed; empty for the first. */
    public String what() {
        return what;
    }

    /** Of the template that says so; empty where a person does. */
    public Optional<String> templateHash() {
        return Optional.ofNullable(templateHash);
    }

    public Instant madeAt() {
        return madeAt;
    }

    public String madeBy() {
        return madeBy;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
