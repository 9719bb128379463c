package app.countersign.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All evidence. Each question has an index of its own, so that it costs what it finds. */
@ApplicationScoped
class EvidenceItems {

    @PersistenceContext
    private EntityManager entities;

    void add(Evidence evidence) {
        entities.persist(evidence);
    }

    /** It is the last of its source for the measure from now on. */
    void add(Proof proof) {
        if (proof.isFound()) {
            entities.flush();
            entities.createNativeQuery("update proof set latest = ? where measure_id = ? and source = ? and latest = ?")
                    .setParameter(1, false)
                    .setParameter(2, proof.measureId())
                    .setParameter(3, source(proof))
                    .setParameter(4, true)
                    .executeUpdate();
        }
        entities.persist(proof);
        entities.flush();
    }

    private String source(Proof proof) {
        return entities.find(Evidence.class, proof.evidenceId()).source().orElse("");
    }

    Optional<Evidence> byId(UUID id) {
        return Optional.ofNullable(entities.find(Evidence.class, id));
    }

    Optional<Evidence> lock(UUID id) {
        return Optional.ofNullable(entities.find(Evidence.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The measures that an item serves. */
    List<UUID> served(UUID evidence) {
        return entities.createQuery("select p.measureId from Proof p where p.evidenceId = :evidence", UUID.class)
                .setParameter("evidence", evidence)
                .getResultList();
    }

    /** The last that a source found for a processor. */
    Optional<Evidence> last(UUID processor, String source) {
        return entities.createQuery(
                        "select e from Evidence e where e.processor = :processor and e.source = :source"
                                + " order by e.occurredAt desc",
                        Evidence.class)
                .setParameter("processor", processor)
                .setParameter("source", source)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Of a measure, the newest first.
     *
     * @param after the last of the page before */
    List<Proof> page(UUID measure, Optional<Proof> after, int limit) {
        String next = after.isPresent() ? " and (p.occurredAt < :at or p.occurredAt = :at and p.id < :last)" : "";
        var query = entities.createQuery(
                        "select p from Proof p where p.measureId = :measure" + next
                                + " order by p.occurredAt desc, p.id desc",
                        Proof.class)
                .setParameter("measure", measure)
                .setMaxResults(limit);
        after.ifPresent(last -> query.setParameter("at", last.occurredAt()).setParameter("last", last.id()));
        return query.getResultList();
    }

    Optional<Proof> proof(UUID evidence, UUID measure) {
        return entities.createQuery(
                        "select p from Proof p where p.evidenceId = :evidence and p.measureId = :measure", Proof.class)
                .setParameter("evidence", evidence)
                .setParameter("measure", measure)
                .getResultStream()
                .findFirst();
    }

    Map<UUID, Evidence> of(Collection<Proof> proofs) {
        if (proofs.isEmpty()) {
            return new HashMap<>();
        }
        return entities.createQuery("select e from Evidence e where e.id in :ids", Evidence.class)
                .setParameter("ids", proofs.stream().map(Proof::evidenceId).toList())
                .getResultStream()
                .collect(Collectors.toMap(Evidence::id, Function.identity()));
    }

    void withdraw(UUID evidence) {
        entities.flush();
        entities.createNativeQuery("update proof set withdrawn = ? where evidence_id = ?")
                .setParameter(1, true)
                .setParameter(2, evidence)
                .executeUpdate();
    }

    /** Nothing looks there any more: what was found last is not the last word. */
    void forget(String source) {
        entities.flush();
        entities.createNativeQuery("update proof set latest = ? where source = ?")
                .setParameter(1, false)
                .setParameter(2, source)
                .executeUpdate();
    }

    /** The one of a measure that holds longest. */
    Optional<Proof> longest(UUID measure) {
        return entities.createQuery(
                        "select p from Proof p where p.measureId = :measure and p.good = :good"
                                + " and p.withdrawn = :withdrawn order by p.validUntil desc",
                        Proof.class)
                .setParameter("measure", measure)
                .setParameter("good", true)
                .setParameter("withdrawn", false)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whether the last look of anything that looks by itself failed. */
    boolean isFailing(UUID measure) {
        return !entities.createQuery(
                        "select p.id from Proof p where p.measureId = :measure and p.latest = :latest and p.good = :good",
                        UUID.class)
                .setParameter("measure", measure)
                .setParameter("latest", true)
                .setParameter("good", false)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
