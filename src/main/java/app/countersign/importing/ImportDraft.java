package app.countersign.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A table that was brought and not entered yet; its owner's alone, and gone after a day. */
@Entity
@Table(name = "import_draft")
public class ImportDraft {

    @Id
    private UUID id;

    private ImportKind kind;

    @Column(name = "processor_id")
    private UUID processorId;

    @Column(name = "file_name")
    private String fileName;

    private String grid;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private UUID madeBy;

    protected ImportDraft() {}

    ImportDraft(ImportKind kind, UUID processorId, String fileName, Grid grid, Instant now, UUID by) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.processorId = processorId;
        this.fileName = fileName;
        this.grid = grid.json();
        this.madeAt = now;
        this.madeBy = by;
    }

    boolean isOf(UUID account) {
        return madeBy.equals(account);
    }

    Grid grid() {
        return Grid.of(grid);
    }

    public UUID id() {
        return id;
    }

    public ImportKind kind() {
        return kind;
    }

    public UUID processorId() {
        return processorId;
    }

    public String fileName() {
        return fileName;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
