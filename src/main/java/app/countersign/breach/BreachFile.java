package app.countersign.breach;

import app.countersign.document.StoredFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file that proves something of a breach. It stays as it was brought; nothing replaces it. */
@Entity
@Table(name = "breach_file")
public class BreachFile {

    @Id
    private UUID id;

    @Column(name = "breach_id")
    private UUID breachId;

    private String name;
    private String sha256;
    private long size;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private String addedBy;

    protected BreachFile() {}

    BreachFile(UUID breachId, String name, StoredFile stored, Instant now, String by) {
        this.id = UUID.randomUUID();
        this.breachId = breachId;
        this.name = name;
        this.sha256 = stored.sha256();
        this.size = stored.size();
        this.addedAt = now;
        this.addedBy = by;
    }

    public UUID id() {
        return id;
    }

    public UUID breachId() {
        return breachId;
    }

    /** As whoever brought it called it. */
    public String name() {
        return name;
    }

    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public Instant addedAt() {
        return addedAt;
    }

    public String addedBy() {
        return addedBy;
    }
}
