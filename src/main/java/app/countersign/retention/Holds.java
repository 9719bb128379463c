package app.countersign.retention;

import app.countersign.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** How many were ever placed; it never goes down. */
    long count(UUID processor) {
        return entities.createQuery("select count(h) from RetentionHold h where h.processorId = :processor", Long.class)
                .setParameter("processor", processor)
                .getSingleResult();
    }

    /** What is kept in that store at that time. */
    List<Held> in(Store store, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, store.zone());
        return all().stream()
                .filter(hold -> hold.processorId().equals(store.processorId()))
                .filter(hold -> hold.standsOn(today))
                .filter(hold ->
                        hold.store().filter(id -> !id.equals(store.id())).isEmpty())
                .flatMap(hold -> held(hold, store).stream())
                .toList();
    }

    private Optional<Held> held(Hold hold, Store store) {
        return tenants(hold, stores.tenants(store.id()))
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
