package app.countersign.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All tables that wait to be entered. */
@ApplicationScoped
class ImportDrafts {

    @PersistenceContext
    private EntityManager entities;

    void add(ImportDraft draft) {
        entities.persist(draft);
    }

    Optional<ImportDraft> byId(UUID id) {
        return Optional.ofNullable(entities.find(ImportDraft.class, id));
    }

    /** Locked until the transaction ends: nobody enters one twice. */
    Optional<ImportDraft> lock(UUID id) {
        return Optional.ofNullable(
                entities.find(ImportDraft.class, id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE));
    }

    void remove(ImportDraft draft) {
        entities.remove(draft);
    }

    int removeBefore(Instant moment) {
        return entities.createQuery("delete from ImportDraft d where d.madeAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
