package app.countersign.retention;

import app.countersign.terms.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When which rows of a store go, and by which clause. Each change makes a new revision; a revision acts once a second
 * person has approved it, together with the statements that it leads to.
 */
@Entity(name = "RetentionRule")
@Table(name = "retention_rule")
public class Rule {

    private static final String NOTHING_APPROVED = "";

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processorId;

    @Column(name = "store_id")
    private UUID storeId;

    private String title;
    private String categories;
    private String clause;
    private String period;
    private Since since;
    private Fate fate;

    @Column(name = "schema_name")
    private String schemaName;

    @Column(name = "table_name")
    private String tableName;

    @Column(name = "age_column")
    private String ageColumn;

    @Column(name = "age_form")
    private AgeForm ageForm;

    private String conditions;
    private String replacements;

    @Column(name = "controller_column")
    private String controllerColumn;

    @Column(name = "subject_column")
    private String subjectColumn;

    @Column(name = "guard_share")
    private int guardShare;

    private int revision;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changer_id")
    private String changerId;

    @Column(name = "approved_revision")
    private int approvedRevision;

    @Column(name = "approved_plan")
    private String approvedPlan;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "approved_by")
    private String approvedBy;

    private boolean active;

    @Column(name = "next_run_at")
    private Instant nextRunAt;

    @Version
    private long version;

    protected Rule() {}

    Rule(UUID processor, RuleDetails details, Person by, Instant now) {
        this.id = UUID.randomUUID();
        this.processorId = processor;
        this.active = true;
        this.approvedPlan = NOTHING_APPROVED;
        says(details, by, now);
    }

    /** What was approved before no longer counts. */
    final void says(RuleDetails details, Person by, Instant now) {
        storeId = details.store();
        title = details.title();
        categories = String.join(" ", details.categories());
        clause = details.clause();
        period = details.period().toString();
        since = details.since();
        fate = details.fate();
        schemaName = details.table().schema();
        tableName = details.table().name();
        ageColumn = details.ageColumn();
        ageForm = details.ageForm();
        conditions = Condition.write(details.conditions());
        replacements = Replacement.write(details.replacements());
        controllerColumn = details.controllerColumn();
        subjectColumn = details.subjectColumn();
        guardShare = details.guardShare();
        changed(by, now);
    }

    private void changed(Person by, Instant now) {
        revision++;
        changedAt = now;
        changedBy = by.name();
        changerId = by.id();
    }

    /** It says what it said, but leads to more: a second person has to approve it anew. */
    void doubted(Person by, Instant now) {
        changed(by, now);
        nextRunAt = null;
    }

    /** From now on it acts by itself, as long as it leads to the same statements. */
    void approved(String plan, Person by, Instant now) {
        approvedRevision = revision;
        approvedPlan = plan;
        approvedAt = now;
        approvedBy = by.name();
    }

    /** It acts no more until somebody lets it. */
    void rest() {
        active = false;
        nextRunAt = null;
    }

    void wake(Instant next) {
        active = true;
        nextRunAt = next;
    }

    void runsNext(Instant at) {
        nextRunAt = at;
    }

    /** The clock was set back since that was said: nobody waits until the old time is reached again. */
    void comesForward(Instant next) {
        if (nextRunAt != null && nextRunAt.isAfter(next)) {
            nextRunAt = next;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID processorId() {
        return processorId;
    }

    public UUID storeId() {
        return storeId;
    }

    public RuleDetails details() {
        return new RuleDetails(
                storeId,
                title,
                categories.isEmpty() ? List.of() : List.of(categories.split(" ")),
                clause,
                period(),
                since,
                fate,
                new TableName(schemaName, tableName),
                ageColumn,
                ageForm,
                Condition.read(conditions),
                Replacement.read(replacements),
                controllerColumn,
                subjectColumn,
                guardShare);
    }

    public String title() {
        return title;
    }

    public String clause() {
        return clause;
    }

    public Span period() {
        return Span.of(period);
    }

    public Since since() {
        return since;
    }

    public Fate fate() {
        return fate;
    }

    public TableName table() {
        return new TableName(schemaName, tableName);
    }

    public String controllerColumn() {
        return controllerColumn;
    }

    public String subjectColumn() {
        return subjectColumn;
    }

    public int guardShare() {
        return guardShare;
    }

    public int revision() {
        return revision;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String changedBy() {
        return changedBy;
    }

    String changerId() {
        return changerId;
    }

    /** Whether a second person has approved it as it is now. */
    public boolean isApproved() {
        return approvedRevision == revision;
    }

    /** Whether it was approved with those statements. */
    boolean isApprovedWith(String plan) {
        return isApproved() && approvedPlan.equals(plan);
    }

    public Optional<Instant> approvedAt() {
        return isApproved() ? Optional.ofNullable(approvedAt) : Optional.empty();
    }

    public Optional<String> approvedBy() {
        return isApproved() ? Optional.ofNullable(approvedBy) : Optional.empty();
    }

    /** Whether it acts, or would once it is approved. */
    public boolean isActive() {
        return active;
    }

    /** When it runs by itself; empty for one that rests or is yet to be approved. */
    public Optional<Instant> nextRunAt() {
        return Optional.ofNullable(nextRunAt);
    }

    public long version() {
        return version;
    }
}
