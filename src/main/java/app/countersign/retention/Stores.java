package app.countersign.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All stores, with what was declared of each. */
@ApplicationScoped
class Stores {

    @PersistenceContext
    private EntityManager entities;

    List<Store> all() {
        return entities.createQuery("select s from RetentionStore s order by s.name, s.id", Store.class)
                .getResultList();
    }

    /** Those of that processor that only people reach. */
    List<Store> byHand(UUID processor) {
        return entities.createQuery(
                        "select s from RetentionStore s where s.processorId = :processor"
                                + " and s.kind = app.countersign.retention.StoreKind.MANUAL order by s.name, s.id",
                        Store.class)
                .setParameter("processor", processor)
                .getResultList();
    }

    Optional<Store> byId(UUID id) {
        return Optional.ofNullable(entities.find(Store.class, id));
    }

    Optional<Store> lock(UUID id) {
        return Optional.ofNullable(entities.find(Store.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Store store) {
        entities.persist(store);
    }

    void remove(Store store) {
        relations(store.id()).forEach(entities::remove);
        tenants(store.id()).forEach(entities::remove);
        entities.remove(store);
    }

    List<Relation> relations(UUID store) {
        return entities.createQuery(
                        "select r from RetentionRelation r where r.storeId = :store order by r.parentTable, r.childTable",
                        Relation.class)
                .setParameter("store", store)
                .getResultList();
    }

    void add(Relation relation) {
        entities.persist(relation);
    }

    void remove(Relation relation) {
        entities.remove(relation);
    }

    List<Tenant> tenants(UUID store) {
        return entities.createQuery(
                        "select t from RetentionTenant t where t.storeId = :store order by t.tenant", Tenant.class)
                .setParameter("store", store)
                .getResultList();
    }

    void add(Tenant tenant) {
        entities.persist(tenant);
    }

    /** At once: another may take its name. */
    void remove(Tenant tenant) {
        entities.remove(tenant);
        entities.flush();
    }
}
