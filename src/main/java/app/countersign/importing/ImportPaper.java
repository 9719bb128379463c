package app.countersign.importing;

import app.countersign.kernel.Reason;
import app.countersign.kernel.StoredReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** A signed paper that was brought with a table of contracts; gone with it. Its content lies in its parts. */
@Entity
@Table(name = "import_paper")
public class ImportPaper {

    @Id
    private UUID id;

    @Column(name = "draft_id")
    private UUID draftId;

    private String name;

    @Column(name = "problem_key")
    private String problemKey;

    @Column(name = "problem_detail")
    private String problemDetail;

    protected ImportPaper() {}

    /**
     * @param name see {@link PapersZip#name}
     * @param problem why it can't be taken; null if it can
     */
    ImportPaper(ImportDraft draft, String name, Reason problem) {
        this.id = UUID.randomUUID();
        this.draftId = draft.id();
        this.name = name;
        StoredReason stored = problem == null ? new StoredReason(null, null) : StoredReason.of(problem);
        this.problemKey = stored.key();
        this.problemDetail = stored.detail();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Optional<Reason> problem() {
        return Optional.ofNullable(problemKey).map(key -> new StoredReason(key, problemDetail).reason());
    }
}
