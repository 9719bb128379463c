package app.countersign.importing;

import app.countersign.document.StoredFile;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The papers that were brought with tables, until those are entered or forgotten. */
@ApplicationScoped
class ImportPapers {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private StoredFiles files;

    /** @param problem why it can't be taken, and is not kept; null if it can */
    void add(ImportDraft draft, String name, byte[] pdf, Reason problem) {
        ImportPaper paper = new ImportPaper(draft, name, problem);
        entities.persist(paper);
        entities.flush();
        if (problem != null) {
            return;
        }
        int no = 0;
        for (int from = 0; from < pdf.length; from += ImportPaperPart.LARGEST) {
            byte[] bytes = Arrays.copyOfRange(pdf, from, Math.min(pdf.length, from + ImportPaperPart.LARGEST));
            ImportPaperPart part = new ImportPaperPart(paper, no++, bytes);
            entities.persist(part);
            entities.flush();
            // A hundred papers are more than memory should hold at once.
            entities.detach(part);
        }
    }

    /** By name. */
    Map<String, ImportPaper> of(ImportDraft draft) {
        return entities.createQuery(
                        "select p from ImportPaper p where p.draftId = :draft order by p.name", ImportPaper.class)
                .setParameter("draft", draft.id())
                .getResultStream()
                .collect(Collectors.toMap(ImportPaper::name, Function.identity()));
    }

    /** Keeps it for good, byte for byte. */
    StoredFile store(ImportPaper paper) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        for (UUID id : parts(paper)) {
            ImportPaperPart part = entities.find(ImportPaperPart.class, id);
            pdf.writeBytes(part.bytes());
            entities.detach(part);
        }
        return files.store(pdf.toByteArray(), "application/pdf");
    }

    private List<UUID> parts(ImportPaper paper) {
        return entities.createQuery(
                        "select p.id from ImportPaperPart p where p.paperId = :paper order by p.no", UUID.class)
                .setParameter("paper", paper.id())
                .getResultList();
    }
}
