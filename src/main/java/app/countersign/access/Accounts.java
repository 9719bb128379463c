package app.countersign.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The accounts and their API keys. */
@ApplicationScoped
public class Accounts {

    @PersistenceContext
    private EntityManager em;

    public Optional<Account> find(UUID id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    /** By user name, whatever its case. */
    public Optional<Account> named(String userName) {
        return em.createQuery("select a from Account a where a.userName = :userName", Account.class)
                .setParameter("userName", userName.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    public List<Account> all() {
        return em.createQuery("select a from Account a order by a.name", Account.class)
                .getResultList();
    }

    boolean noneHasPassword() {
        return em.createQuery("select a.id from Account a where a.passwordHash is not null", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    Optional<ApiKey> key(String key) {
        return em.createQuery("select k from ApiKey k where k.hash = :hash", ApiKey.class)
                .setParameter("hash", ApiKey.hashOf(key))
                .getResultStream()
                .findFirst();
    }

    Optional<ApiKey> key(UUID id) {
        return Optional.ofNullable(em.find(ApiKey.class, id));
    }

    List<ApiKey> keysOf(UUID accountId) {
        return em.createQuery(
                        "select k from ApiKey k where k.account.id = :account order by k.createdAt desc", ApiKey.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    List<ApiKey> keys() {
        return em.createQuery("select k from ApiKey k order by k.createdAt desc", ApiKey.class)
                .getResultList();
    }

    void add(Account account) {
        em.persist(account);
    }

    void add(ApiKey key) {
        em.persist(key);
    }
}
