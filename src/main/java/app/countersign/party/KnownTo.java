package app.countersign.party;

import app.countersign.access.Remit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * For which processors an organisation is known. Controllers are shared; yet whoever answers for some processors only
 * sees those that are known to one of these, and of the others not even that they are there.
 */
@ApplicationScoped
class KnownTo {

    @PersistenceContext
    private EntityManager entities;

    /** From now on the organisation is known there, if it wasn't before. Of two who say so at once, one waits. */
    void add(Organisation organisation, UUID processor) {
        if (isKnown(organisation.id(), List.of(processor))) {
            return;
        }
        entities.flush();
        entities.lock(organisation, LockModeType.PESSIMISTIC_WRITE);
        if (!isKnown(organisation.id(), List.of(processor))) {
            insert(organisation, processor);
        }
    }

    private void insert(Organisation organisation, UUID processor) {
        entities.createNativeQuery(
                        "insert into organisation_known_to (processor_id, organisation_id, name) values (?, ?, ?)")
                .setParameter(1, processor)
                .setParameter(2, organisation.id())
                .setParameter(3, organisation.name())
                .executeUpdate();
        entities.createNativeQuery("insert into organisation_known_key (processor_id, key_bytes, organisation_id)"
                        + " select cast(? as uuid), key_bytes, organisation_id from organisation_key"
                        + " where organisation_id = ?")
                .setParameter(1, processor)
                .setParameter(2, organisation.id())
                .executeUpdate();
    }

    boolean isKnown(UUID organisation, Remit remit) {
        return remit.everyProcessor() || isKnown(organisation, remit.processors());
    }

    private boolean isKnown(UUID organisation, Collection<UUID> processors) {
        return processors.stream()
                .anyMatch(processor -> !entities.createNativeQuery("select 1 from organisation_known_to"
                                + " where organisation_id = ? and processor_id = ?")
                        .setParameter(1, organisation)
                        .setParameter(2, processor)
                        .getResultList()
                        .isEmpty());
    }

    /** Takes over the name and the keys by which the organisation is found. */
    void rename(Organisation organisation) {
        entities.createNativeQuery("update organisation_known_to set name = ? where organisation_id = ?")
                .setParameter(1, organisation.name())
                .setParameter(2, organisation.id())
                .executeUpdate();
        entities.createNativeQuery("delete from organisation_known_key where organisation_id = ?")
                .setParameter(1, organisation.id())
                .executeUpdate();
        entities.createNativeQuery("insert into organisation_known_key (processor_id, key_bytes, organisation_id)"
                        + " select n.processor_id, k.key_bytes, k.organisation_id from organisation_known_to n"
                        + " join organisation_key k on k.organisation_id = n.organisation_id"
                        + " where n.organisation_id = ?")
                .setParameter(1, organisation.id())
                .executeUpdate();
    }
}
