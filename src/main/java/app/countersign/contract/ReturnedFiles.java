package app.countersign.contract;

import app.countersign.access.Remit;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All files that came back. */
@ApplicationScoped
class ReturnedFiles {

    @PersistenceContext
    private EntityManager entities;

    void add(ReturnedFile file) {
        entities.persist(file);
    }

    /** @throws NotFound if there is none */
    ReturnedFile require(UUID id) {
        return Optional.ofNullable(entities.find(ReturnedFile.class, id))
                .orElseThrow(() -> NotFound.because("contract.return.refusal.unknown"));
    }

    /** The newest first. */
    List<ReturnedFile> of(UUID contractId) {
        return entities.createQuery(
                        "select r from ReturnedFile r where r.contractId = :id order by r.cameAt desc",
                        ReturnedFile.class)
                .setParameter("id", contractId)
                .getResultList();
    }

    Optional<ReturnedFile> same(UUID contractId, String sha256) {
        return of(contractId).stream()
                .filter(file -> file.sha256().equals(sha256))
                .findFirst();
    }

    /** The one whose values stand in the contract. */
    Optional<ReturnedFile> taken(UUID contractId) {
        return of(contractId).stream()
                .filter(file -> file.state() == ReturnState.TAKEN)
                .findFirst();
    }

    long letters(UUID contractId, Instant since) {
        return of(contractId).stream()
                .filter(file -> file.letterSent() && file.cameAt().isAfter(since))
                .count();
    }

    /** Those within the remit that a person has to decide, the oldest first. */
    List<ReturnedFile> waiting(Remit remit, int limit) {
        if (!remit.everyProcessor() && remit.processors().isEmpty()) {
            return List.of();
        }
        String whose = remit.everyProcessor() ? "" : " and c.processor.id in :processors";
        TypedQuery<ReturnedFile> query = entities.createQuery(
                "select r from ReturnedFile r, Contract c where c.id = r.contractId and r.state = :state" + whose
                        + " order by r.cameAt",
                ReturnedFile.class);
        if (!remit.everyProcessor()) {
            query.setParameter("processors", remit.processors());
        }
        return query.setParameter("state", ReturnState.WAITING)
                .setMaxResults(limit)
                .getResultList();
    }
}
