package app.countersign.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rows of one table belong to those of another though no foreign key says so: said once for a store, it counts for all its rules. */
@Entity(name = "RetentionRelation")
@Table(name = "retention_relation")
public class Relation {

    @Id
    private UUID id;

    @Column(name = "store_id")
    private UUID storeId;

    @Column(name = "child_schema")
    private String childSchema;

    @Column(name = "child_table")
    private String childTable;

    @Column(name = "child_column")
    private String childColumn;

    @Column(name = "parent_schema")
    private String parentSchema;

    @Column(name = "parent_table")
    private String parentTable;

    @Column(name = "parent_column")
    private String parentColumn;

    @Column(name = "only_rows")
    private String only;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    protected Relation() {}

    Relation(
            UUID store,
            TableName child,
            String childColumn,
            TableName parent,
            String parentColumn,
            List<Condition> only,
            String createdBy,
            Instant now) {
        this.id = UUID.randomUUID();
        this.storeId = store;
        this.childSchema = child.schema();
        this.childTable = child.name();
        this.childColumn = childColumn;
        this.parentSchema = parent.schema();
        this.parentTable = parent.name();
        this.parentColumn = parentColumn;
        this.only = Condition.write(only);
        this.createdAt = now;
        this.createdBy = createdBy;
    }

    public UUID id() {
        return id;
    }

    UUID storeId() {
        return storeId;
    }

    ForeignKey key() {
        return new ForeignKey(
                new TableName(childSchema, childTable),
                List.of(childColumn),
                new TableName(parentSchema, parentTable),
                List.of(parentColumn),
                true,
                Condition.read(only));
    }

    /** {@code public.attachment.message_id → public.message.id} */
    @Override
    public String toString() {
        String where = Condition.read(only).stream()
                .map(condition -> " (" + condition + ")")
                .collect(Collectors.joining());
        return childSchema + "." + childTable + "." + childColumn + where + " → " + parentSchema + "." + parentTable
                + "." + parentColumn;
    }
}
