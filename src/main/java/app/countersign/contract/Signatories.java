package app.countersign.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everybody who may sign, or might, for a processor. */
@ApplicationScoped
class Signatories {

    @PersistenceContext
    private EntityManager entities;

    void add(Signatory signatory) {
        entities.persist(signatory);
    }

    Optional<Signatory> byId(UUID id) {
        return Optional.ofNullable(entities.find(Signatory.class, id));
    }

    /** As whom that account may sign for that processor now. */
    Optional<Signatory> authorised(String accountName, UUID processorId) {
        return of(processorId).stream()
                .filter(s -> s.accountName().equals(accountName) && s.isAuthorised())
                .findFirst();
    }

    List<Signatory> of(UUID processorId) {
        return entities.createQuery(
                        "select s from Signatory s where s.processor.id = :id order by s.person", Signatory.class)
                .setParameter("id", processorId)
                .getResultList();
    }
}
