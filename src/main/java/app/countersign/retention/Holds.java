package app.countersign.retention;

import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All holds. */
@ApplicationScoped
class Holds {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Stores stores;

    @Inject
    private Vault vault;

    @Inject
    private Instance<Cause> causes;

    /** The newest first. */
    List<Hold> all() {
        return entities.createQuery("select h from RetentionHold h order by h.placedAt desc, h.id", Hold.class)
                .getResultList();
    }

    Optional<Hold> byId(UUID id) {
        return Optional.ofNullable(entities.find(Hold.class, id));
    }

    Optional<Hold> lock(UUID id) {
        return Optional.ofNullable(entities.find(Hold.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Hold hold) {
        entities.persist(hold);
    }

    /** How often holds were placed or came to mean more; it never goes down. */
    long count(UUID processor) {
        // Of which type a sum is, is the database's choice.
        Object count = entities.createQuery("select count(h) + coalesce(sum(h.widened), 0) from RetentionHold h"
                        + " where h.processorId = :processor")
                .setParameter("processor", processor)
                .getSingleResult();
        return ((Number) count).longValue();
    }

    /** Those that stand because of that, to be changed. */
    List<Hold> lockStanding(UUID cause) {
        return entities.createQuery(
                        "select h from RetentionHold h where h.causeId = :cause and h.liftedAt is null order by h.id",
                        Hold.class)
                .setParameter("cause", cause.toString())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Those that stand because of that mean more than before. */
    void widen(UUID cause) {
        entities.createQuery("update RetentionHold h set h.widened = h.widened + 1"
                        + " where h.causeId = :cause and h.liftedAt is null")
                .setParameter("cause", cause.toString())
                .executeUpdate();
    }

    /** What is kept of that rule's rows in that store at that time. */
    List<Held> in(Store store, RuleDetails rule, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, store.zone());
        return all().stream()
                .filter(hold -> hold.processorId().equals(store.processorId()))
                .filter(hold -> hold.standsOn(today))
                .filter(hold ->
                        hold.store().filter(id -> !id.equals(store.id())).isEmpty())
                .flatMap(hold -> held(hold, store, rule).stream())
                .toList();
    }

    private Optional<Held> held(Hold hold, Store store, RuleDetails rule) {
        return tenants(hold, stores.tenants(store.id()), rule)
                .map(tenants -> new Held(
                        person(hold),
                        tenants,
                        hold.from().map(day -> day.atStartOfDay(store.zone()).toInstant()),
                        hold.to()
                                .map(day -> day.plusDays(1)
                                        .atStartOfDay(store.zone())
                                        .toInstant())));
    }

    /**
     * Whose rows of that rule it keeps; none for everybody's, and empty for nobody's. What stands by itself keeps nothing of
     * a rule whose rows it can't tell apart: it may stand for months, and nobody has weighed what else would stay.
     */
    Optional<List<String>> tenants(Hold hold, List<Tenant> all, RuleDetails rule) {
        if (hold.origin().isEmpty()) {
            return tenants(hold, all);
        }
        if (hold.isOfPerson() && rule.subjectColumn().isEmpty()) {
            return Optional.empty();
        }
        if (hold.controller().isPresent()) {
            return tenants(Set.of(hold.controller().get()), all, rule);
        }
        return hold.saysWhat()
                ? Optional.of(List.of())
                : tenants(concerned(hold.origin().get(), hold.processorId()), all, rule);
    }

    private Set<UUID> concerned(Origin origin, UUID processor) {
        return causes.stream()
                .filter(cause -> cause.kind().equals(origin.kind()))
                .findFirst()
                .orElseThrow()
                .controllers(origin.id(), processor);
    }

    /**
     * How the store calls those whom a cause is about. Empty where it has nothing of theirs, and where rows are not told
     * apart by their controller: to keep everybody's for as long as something is open would break what the others were
     * promised. Whoever wants that places a hold.
     */
    static Optional<List<String>> tenants(Set<UUID> concerned, List<Tenant> all, RuleDetails rule) {
        return Optional.of(all.stream()
                        .filter(tenant -> concerned.contains(tenant.controllerId()))
                        .map(Tenant::tenant)
                        .toList())
                .filter(called -> !called.isEmpty() && !rule.controllerColumn().isEmpty());
    }

    /**
     * How the store calls the controller of whom it keeps something; none for everybody. Empty if the store, which tells
     * controllers apart, has nothing of this one; in doubt everybody's is kept.
     */
    static Optional<List<String>> tenants(Hold hold, List<Tenant> all) {
        if (hold.controller().isEmpty()) {
            return Optional.of(List.of());
        }
        List<String> called = all.stream()
                .filter(tenant -> tenant.controllerId().equals(hold.controller().get()))
                .map(Tenant::tenant)
                .toList();
        boolean elsewhere = called.isEmpty() && hold.store().isEmpty() && !all.isEmpty();
        return elsewhere ? Optional.empty() : Optional.of(called);
    }

    /** How the stores call the person. */
    Optional<String> person(Hold hold) {
        if (!hold.isOfPerson()) {
            return Optional.empty();
        }
        byte[] plain = vault.reveal(hold.person(), ConcealedPersons.purposeOf(hold.id()));
        try {
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
