package app.countersign.contract;

import app.countersign.document.StoredFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A stored file that is a document of a contract. There is one of each kind at most, which the database watches. */
@Entity
@Table(name = "contract_document")
public class ContractDocument {

    @Id
    private UUID id;

    @Column(name = "contract_id")
    private UUID contractId;

    private DocumentKind kind;
    private String sha256;

    @Column(name = "file_size")
    private long size;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "made_at")
    private Instant madeAt;

    protected ContractDocument() {}

    ContractDocument(Contract contract, DocumentKind kind, StoredFile file, Instant now) {
        this.id = UUID.randomUUID();
        this.contractId = contract.id();
        this.kind = kind;
        this.sha256 = file.sha256();
        this.size = file.size();
        this.fileName = contract.number() + ending(kind);
        this.madeAt = now;
    }

    private static String ending(DocumentKind kind) {
        return switch (kind) {
            case ISSUED -> ".pdf";
            case COUNTERSIGNED -> "-signed.pdf";
            case CONCLUDED -> "-concluded.pdf";
            case DISPOSAL -> "-deleted.pdf";
        };
    }

    public UUID contractId() {
        return contractId;
    }

    public DocumentKind kind() {
        return kind;
    }

    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public String fileName() {
        return fileName;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
