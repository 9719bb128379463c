package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.kernel.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All breaches, with the controllers concerned. Whoever answers for none of a breach's processors does not find it. */
@ApplicationScoped
class Breaches {

    /** What deadlines, mails and the trail call a breach. */
    static final String KIND = "breach";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CallersRemit remit;

    /** The next number, from a sequence: never given twice. */
    String nextNumber(int year) {
        Number serial = (Number)
                entities.createNativeQuery("select nextval('breach_serial')").getSingleResult();
        return "BR-%d-%04d".formatted(year, serial.longValue());
    }

    void add(Breach breach) {
        entities.persist(breach);
    }

    void add(Concern concern) {
        entities.persist(concern);
    }

    void add(BreachFile file) {
        entities.persist(file);
    }

    Optional<BreachFile> file(UUID id) {
        return Optional.ofNullable(entities.find(BreachFile.class, id));
    }

    /** The newest first. */
    List<BreachFile> files(UUID breachId) {
        return entities.createQuery(
                        "select f from BreachFile f where f.breachId = :breach order by f.addedAt desc, f.id",
                        BreachFile.class)
                .setParameter("breach", breachId)
                .getResultList();
    }

    /** @throws NotFound if there is none that the caller may know of */
    Breach require(UUID id) {
        return visible(entities.find(Breach.class, id));
    }

    /** As {@link #require}, locked until the transaction ends. */
    Breach lock(UUID id) {
        return visible(entities.find(Breach.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Breach visible(Breach breach) {
        if (breach == null || breach.processors().stream().noneMatch(remit::covers)) {
            throw NotFound.because("breach.refusal.unknown");
        }
        return breach;
    }

    /** @throws NotFound if it is none of the breach's, or none that the caller may know of */
    Concern concern(UUID breachId, UUID id) {
        Concern concern = entities.find(Concern.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (concern == null || !concern.breachId().equals(breachId) || !remit.covers(concern.processorId())) {
            throw NotFound.because("breach.refusal.unknown-concern");
        }
        return concern;
    }

    /** As {@link #concern}, to be looked at only.
     *
     * @param id as it was typed */
    Concern visibleConcern(UUID breachId, String id) {
        return Optional.of(id.strip())
                .filter(text -> text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(text -> entities.find(Concern.class, UUID.fromString(text)))
                .filter(concern -> concern.breachId().equals(breachId) && remit.covers(concern.processorId()))
                .orElseThrow(() -> NotFound.because("breach.refusal.unknown-concern"));
    }

    /** A breach that is known to be there, whoever asks. */
    Breach known(UUID id) {
        return entities.find(Breach.class, id);
    }

    /** A concern that is known to be there, without a lock. */
    Concern anyConcern(UUID id) {
        return entities.find(Concern.class, id);
    }

    boolean concerns(UUID breachId, UUID contractId) {
        return !entities.createQuery(
                        "select c.id from Concern c where c.breachId = :breach and c.contractId = :contract",
                        UUID.class)
                .setParameter("breach", breachId)
                .setParameter("contract", contractId)
                .getResultList()
                .isEmpty();
    }

    /** Whether a person is yet to look at a controller, whoever's it is. */
    boolean anyUndecided(UUID breachId) {
        return any("c.breachId = :breach and c.state = app.countersign.breach.ConcernState.FOUND", breachId);
    }

    /** Whether controllers are yet to be found and their clocks started, right after the report of a very large breach. */
    boolean anyUnstarted(UUID breachId) {
        return !entities.createQuery(
                        "select s.id from Search s where s.breachId = :breach and s.finished = false", UUID.class)
                .setParameter("breach", breachId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private boolean any(String condition, UUID breachId) {
        return !entities.createQuery("select c.id from Concern c where " + condition, UUID.class)
                .setParameter("breach", breachId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Controllers of that processor who are concerned, or may be, whoever asks. */
    Set<UUID> notExcluded(UUID breachId, UUID processorId) {
        return Set.copyOf(entities.createQuery(
                        "select distinct c.controllerId from Concern c where c.breachId = :breach"
                                + " and c.processorId = :processor and c.state <> :excluded",
                        UUID.class)
                .setParameter("breach", breachId)
                .setParameter("processor", processorId)
                .setParameter("excluded", ConcernState.EXCLUDED)
                .getResultList());
    }

    /** Which of those contracts are concerned already. */
    Set<UUID> concerned(UUID breachId, Collection<UUID> contracts) {
        return contracts.isEmpty()
                ? Set.of()
                : Set.copyOf(entities.createQuery(
                                "select c.contractId from Concern c where c.breachId = :breach"
                                        + " and c.contractId in :contracts",
                                UUID.class)
                        .setParameter("breach", breachId)
                        .setParameter("contracts", contracts)
                        .getResultList());
    }

    Breach of(Search search) {
        return entities.find(Breach.class, search.breachId());
    }
}
