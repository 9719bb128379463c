package app.countersign.retention;

import app.countersign.kernel.Reason;
import app.countersign.kernel.StoredReason;
import app.countersign.kernel.Zones;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** A place with a processor's data. Its password is encrypted and never shown again. */
@Entity(name = "RetentionStore")
@Table(name = "retention_store")
public class Store {

    @Id
    private UUID id;

    @Column(name = "processor_id")
    private UUID processorId;

    private String name;
    private StoreKind kind;
    private String location;

    @Column(name = "user_name")
    private String userName;

    private byte[] password;

    @Column(name = "time_zone")
    private String zone;

    @Column(name = "backups_kept")
    private String backupsKept;

    private String unreached;

    @Column(name = "quiet_hours")
    private String quietHours;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    @Version
    private long version;

    protected Store() {}

    Store(UUID processor, StoreDetails details, String createdBy, Instant now) {
        this.id = UUID.randomUUID();
        this.processorId = processor;
        this.kind = details.kind();
        this.createdAt = now;
        this.createdBy = createdBy;
        amend(details);
    }

    final void amend(StoreDetails details) {
        name = details.name();
        location = details.location();
        userName = details.userName();
        zone = details.zone().getId();
        backupsKept = details.backupsKept().map(Period::toString).orElse("");
        unreached = details.unreached();
        quietHours = details.quietHours().map(QuietHours::toString).orElse("");
    }

    /** @param concealed by the vault; null for none */
    void keepPassword(byte[] concealed) {
        password = concealed == null ? null : concealed.clone();
    }

    /** @param trouble empty if all was well */
    void checked(Optional<Reason> trouble, Instant now) {
        checkedAt = now;
        StoredReason stored = trouble.map(StoredReason::of).orElse(null);
        problemKey = stored == null ? null : stored.key();
        problemDetail = stored == null ? null : stored.detail();
    }

    public UUID id() {
        return id;
    }

    public UUID processorId() {
        return processorId;
    }

    public String name() {
        return name;
    }

    public StoreKind kind() {
        return kind;
    }

    /** A JDBC URL, a folder, or what people call the place. Holds no password. */
    public String location() {
        return location;
    }

    public String userName() {
        return userName;
    }

    byte[] password() {
        return password == null ? null : password.clone();
    }

    public boolean hasPassword() {
        return password != null;
    }

    /** In which it keeps times that name none. */
    public ZoneId zone() {
        return Zones.stored(zone);
    }

    /** For how long its backups keep what was deleted. */
    public Optional<Period> backupsKept() {
        return Optional.of(backupsKept).filter(text -> !text.isEmpty()).map(Period::parse);
    }

    /** What else a deletion there does not reach; may be empty. */
    public String unreached() {
        return unreached;
    }

    /** In which alone rows go; empty for any time. */
    public Optional<QuietHours> quietHours() {
        return QuietHours.of(quietHours);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(checkedAt);
    }

    /** What was wrong when it was last asked. */
    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }

    public long version() {
        return version;
    }
}
