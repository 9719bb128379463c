package app.countersign.retention;

import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All erasures. */
@ApplicationScoped
class Erasures {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Vault vault;

    Optional<Erasure> byId(UUID id) {
        return Optional.ofNullable(entities.find(Erasure.class, id));
    }

    Optional<Erasure> lock(UUID id) {
        return Optional.ofNullable(entities.find(Erasure.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Erasure erasure) {
        entities.persist(erasure);
    }

    /**
     * The newest first, of those processors, or of all if the list is empty.
     *
     * @param since those that ended before it are left out
     * @param before those that were asked for from then on are left out
     */
    List<Erasure> newest(Collection<UUID> processors, Instant since, Instant before, int most) {
        TypedQuery<Erasure> found = entities.createQuery(
                        "select e from RetentionErasure e where e.askedAt < :before"
                                + " and (e.endedAt is null or e.endedAt >= :since)"
                                + (processors.isEmpty() ? "" : " and e.processorId in :processors")
                                + " order by e.askedAt desc, e.id",
                        Erasure.class)
                .setParameter("before", before)
                .setParameter("since", since)
                .setMaxResults(most);
        return (processors.isEmpty() ? found : found.setParameter("processors", processors)).getResultList();
    }

    /** Those that are open, and of which nothing was asked or approved since then: something may wait for approval. */
    List<UUID> quiet(Instant since) {
        return entities.createQuery(
                        "select e.id from RetentionErasure e where e.endedAt is null and e.askedAt <= :since"
                                + " and (e.approvedAt is null or e.approvedAt <= :since) order by e.askedAt",
                        UUID.class)
                .setParameter("since", since)
                .getResultList();
    }

    /** Those that have ended and have no protocol yet. */
    List<UUID> unrecorded() {
        return entities.createQuery(
                        "select e.id from RetentionErasure e where e.endedAt is not null and e.protocolJson is null"
                                + " order by e.endedAt",
                        UUID.class)
                .getResultList();
    }

    byte[] concealed(UUID id, List<String> persons) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        persons.forEach(array::add);
        return vault.conceal(
                array.build().toString().getBytes(StandardCharsets.UTF_8), ConcealedErasures.purposeOf(id));
    }

    /** How the stores call the person; none once it is over. */
    List<String> persons(Erasure erasure) {
        if (erasure.persons().isEmpty()) {
            return List.of();
        }
        byte[] plain = vault.reveal(erasure.persons().get(), ConcealedErasures.purposeOf(erasure.id()));
        try {
            return Condition.array(new String(plain, StandardCharsets.UTF_8)).getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
