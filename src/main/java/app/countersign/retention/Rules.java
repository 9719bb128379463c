package app.countersign.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All rules. */
@ApplicationScoped
class Rules {

    @PersistenceContext
    private EntityManager entities;

    List<Rule> all() {
        return entities.createQuery("select r from RetentionRule r order by r.title, r.id", Rule.class)
                .getResultList();
    }

    List<Rule> of(UUID store) {
        return entities.createQuery(
                        "select r from RetentionRule r where r.storeId = :store order by r.title", Rule.class)
                .setParameter("store", store)
                .getResultList();
    }

    /** Those of a processor that act and say whose a row is. */
    List<Rule> tellingPersons(UUID processor) {
        return entities.createQuery(
                        "select r from RetentionRule r where r.processorId = :processor and r.active = true"
                                + " and r.fate <> app.countersign.retention.Fate.KEEP and r.subjectColumn <> ''"
                                + " order by r.title, r.id",
                        Rule.class)
                .setParameter("processor", processor)
                .getResultList();
    }

    /** The others: rules that rest, or don't say whose a row is. */
    List<Rule> blindTo(UUID processor) {
        return entities.createQuery(
                        "select r from RetentionRule r where r.processorId = :processor"
                                + " and r.fate <> app.countersign.retention.Fate.KEEP"
                                + " and (r.active = false or r.subjectColumn = '') order by r.title, r.id",
                        Rule.class)
                .setParameter("processor", processor)
                .getResultList();
    }

    Optional<Rule> byId(UUID id) {
        return Optional.ofNullable(entities.find(Rule.class, id));
    }

    Optional<Rule> lock(UUID id) {
        return Optional.ofNullable(entities.find(Rule.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Rule rule) {
        entities.persist(rule);
    }

    /** Those whose time has come, and those whose time lies further ahead than any night: they were told by another clock. */
    List<UUID> due(Instant now) {
        return entities.createQuery(
                        "select r.id from RetentionRule r where r.nextRunAt <= :now or r.nextRunAt > :beyond"
                                + " order by r.nextRunAt",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("beyond", now.plus(Nights.FURTHEST))
                .getResultList();
    }
}
