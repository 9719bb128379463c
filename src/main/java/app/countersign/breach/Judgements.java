package app.countersign.breach;

import app.countersign.access.CallersRemit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was judged and decided of breaches. Nothing of it is ever changed or taken away. */
@ApplicationScoped
class Judgements {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    void add(Judgement judgement) {
        entities.persist(judgement);
    }

    void add(Decision decision) {
        entities.persist(decision);
    }

    void add(Turn turn) {
        entities.persist(turn);
    }

    /** The latest first. */
    List<Judgement> of(UUID breachId) {
        return entities.createQuery(
                        "select j from Judgement j where j.breachId = :breach order by j.judgedAt desc, j.id",
                        Judgement.class)
                .setParameter("breach", breachId)
                .getResultList();
    }

    Optional<Judgement> last(UUID breachId) {
        return of(breachId).stream().findFirst();
    }

    /** Those of which the caller may know, the latest first. */
    List<Decision> decisions(UUID breachId) {
        return decided(breachId).stream()
                .filter(decision -> remit.covers(decision.processorId()))
                .toList();
    }

    private List<Decision> decided(UUID breachId) {
        return entities.createQuery(
                        "select d from Decision d where d.breachId = :breach order by d.decidedAt desc, d.id",
                        Decision.class)
                .setParameter("breach", breachId)
                .getResultList();
    }

    /** The one that counts now, of that processor about that recipient. */
    Optional<Decision> standing(UUID breachId, UUID processorId, Recipient recipient) {
        return decided(breachId).stream()
                .filter(decision -> decision.processorId().equals(processorId))
                .filter(decision -> decision.recipient() == recipient)
                .findFirst();
    }

    /** The earliest first. */
    List<Turn> turns(UUID breachId) {
        return entities.createQuery("select t from Turn t where t.breachId = :breach order by t.turnedAt", Turn.class)
                .setParameter("breach", breachId)
                .getResultList();
    }
}
