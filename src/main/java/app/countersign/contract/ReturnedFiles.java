package app.countersign.contract;

import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

    /** Those that a person has to decide, the oldest first. */
    List<ReturnedFile> waiting(int limit) {
        return entities.createQuery(
                        "select r from ReturnedFile r where r.state = :state order by r.cameAt", ReturnedFile.class)
                .setParameter("state", ReturnState.WAITING)
                .setMaxResults(limit)
                .getResultList();
    }
}
