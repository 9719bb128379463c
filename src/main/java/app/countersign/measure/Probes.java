package app.countersign.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All probes. */
@ApplicationScoped
class Probes {

    @PersistenceContext
    private EntityManager entities;

    void add(Probe probe) {
        entities.persist(probe);
    }

    void remove(Probe probe) {
        entities.remove(probe);
    }

    /** By name. */
    List<Probe> all() {
        return entities.createQuery("select p from Probe p order by p.label, p.id", Probe.class)
                .getResultList();
    }

    Optional<Probe> byId(UUID id) {
        return Optional.ofNullable(entities.find(Probe.class, id));
    }

    Optional<Probe> lock(UUID id) {
        return Optional.ofNullable(entities.find(Probe.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those whose time has come, the longest first. */
    List<Probe> due(Instant now, int most) {
        return entities.createQuery("select p from Probe p where p.nextAt <= :now order by p.nextAt", Probe.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }
}
