package app.countersign.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A piece of a paper's content, so that no row is large. */
@Entity
@Table(name = "import_paper_part")
public class ImportPaperPart {

    /** Of a part, in bytes. */
    static final int LARGEST = 512 * 1024;

    @Id
    private UUID id;

    @Column(name = "paper_id")
    private UUID paperId;

    private int no;
    private byte[] bytes;

    protected ImportPaperPart() {}

    ImportPaperPart(ImportPaper paper, int no, byte[] bytes) {
        this.id = UUID.randomUUID();
        this.paperId = paper.id();
        this.no = no;
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
