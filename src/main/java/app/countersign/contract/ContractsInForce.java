package app.countersign.contract;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The contracts of a processor that were in force on some day of a time, ended ones included.
 *
 * @param from the first day
 * @param to the last day
 * @param versions of templates with which they were made; empty for any
 */
public record ContractsInForce(UUID processor, LocalDate from, LocalDate to, Optional<Set<UUID>> versions) {

    /** Whether there can't be any. */
    boolean isNone() {
        return versions.filter(Set::isEmpty).isPresent();
    }

    String condition() {
        return "c.processor.id = :processor and c.state in :states and c.effectiveOn <= :to"
                + " and (c.ending.lastDay is null or c.ending.lastDay >= :from)"
                + versions.map(some -> " and c.template.id in :versions").orElse("");
    }

    <T> TypedQuery<T> asked(EntityManager entities, String question, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(question, type)
                .setParameter("processor", processor)
                .setParameter("states", List.of(ContractState.IN_FORCE, ContractState.TERMINATED))
                .setParameter("from", from)
                .setParameter("to", to);
        versions.ifPresent(some -> query.setParameter("versions", some));
        return query;
    }
}
