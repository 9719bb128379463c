package app.countersign.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That this database was filled from a backup: noted by the command, told to the trail once the application runs. */
@Entity
@Table(name = "backup_restored")
class Restoration {

    @Id
    @Column(name = "backup_id")
    private UUID backupId;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "restored_at")
    private Instant restoredAt;

    @Column(name = "table_rows")
    private long rows;

    @Column(name = "told_at")
    private Instant toldAt;

    protected Restoration() {}

    UUID backupId() {
        return backupId;
    }

    Instant madeAt() {
        return madeAt;
    }

    Instant restoredAt() {
        return restoredAt;
    }

    long rows() {
        return rows;
    }

    void told(Instant now) {
        toldAt = now;
    }
}
