package app.countersign.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All organisations. Finding costs what is found, not what is there. */
@ApplicationScoped
public class Organisations {

    private static final int MOST_ALIKE = 5;

    @PersistenceContext
    private EntityManager entities;

    public Optional<Organisation> byId(UUID id) {
        return Optional.ofNullable(entities.find(Organisation.class, id));
    }

    /** The organisation that templates call so. */
    public Optional<Organisation> byCode(String code) {
        return entities.createQuery("select o from Organisation o where o.code = :code", Organisation.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** The organisations that templates name, by name. */
    public List<Organisation> processors() {
        return entities.createQuery(
                        "select o from Organisation o where o.code is not null order by o.name", Organisation.class)
                .getResultList();
    }

    public void add(Organisation organisation) {
        entities.persist(organisation);
        entities.flush();
        index(organisation);
    }

    /** To be called after the name has changed. */
    void reindex(Organisation organisation) {
        entities.flush();
        entities.createNativeQuery("delete from organisation_key where organisation_id = ?")
                .setParameter(1, organisation.id())
                .executeUpdate();
        index(organisation);
    }

    private void index(Organisation organisation) {
        Set<String> keys = new LinkedHashSet<>(SearchKey.of(organisation.name()));
        organisation.registerKey().ifPresent(keys::add);
        for (String key : keys) {
            entities.createNativeQuery("insert into organisation_key (key_bytes, organisation_id) values (?, ?)")
                    .setParameter(1, key.getBytes(StandardCharsets.UTF_8))
                    .setParameter(2, organisation.id())
                    .executeUpdate();
        }
    }

    /** At most that many organisations with words that begin as typed, in any order; none for an empty text. */
    public List<Organisation> find(String typed, int limit) {
        return inOrder(ids(typed, limit));
    }

    /** As {@link #find}, but only their ids. */
    public List<UUID> ids(String typed, int limit) {
        List<String> words = SearchKey.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        String phrase = SearchKey.fold(typed);
        Set<UUID> found = new LinkedHashSet<>(keysFrom(List.of(phrase), limit));
        if (words.size() > 1 && found.size() < limit) {
            found.addAll(keysFrom(words, limit));
        }
        return found.stream().limit(limit).toList();
    }

    private List<UUID> keysFrom(List<String> words, int limit) {
        StringBuilder sql = new StringBuilder(
                "select k.organisation_id from organisation_key k" + " where k.key_bytes >= ? and k.key_bytes < ?");
        words.stream()
                .skip(1)
                .forEach(word -> sql.append(" and exists (select 1 from organisation_key x"
                        + " where x.organisation_id = k.organisation_id and x.key_bytes >= ? and x.key_bytes < ?)"));
        // A name may be there under several of its words; thrice the limit is enough to fill it all the same.
        sql.append(" order by k.key_bytes, k.organisation_id fetch first ")
                .append(3 * limit)
                .append(" rows only");
        Query query = entities.createNativeQuery(sql.toString());
        int position = 1;
        for (String word : words) {
            query.setParameter(position++, SearchKey.from(word));
            query.setParameter(position++, SearchKey.until(word));
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(UUID.class::cast).distinct().limit(limit).toList();
    }

    /** At most that many after the given key, by name and id; from the beginning without a key. */
    List<Organisation> page(Optional<PageKey> after, int limit) {
        String from = after.isPresent() ? " where (o.name > :name or (o.name = :name and o.id > :id))" : "";
        var query = entities.createQuery(
                "select o from Organisation o" + from + " order by o.name, o.id", Organisation.class);
        after.ifPresent(key -> query.setParameter("name", key.name()).setParameter("id", key.id()));
        return query.setMaxResults(limit).getResultList();
    }

    /** The last row of a page. */
    record PageKey(String name, UUID id) {}

    /** Those that may be the same organisation, for a person to decide. Each question has an index of its own. */
    Collection<Organisation> alike(Likeness likeness) {
        Set<Organisation> found = new LinkedHashSet<>(alike("o.coreName = :value", likeness.coreName()));
        if (!likeness.registerKey().isEmpty()) {
            found.addAll(alike("o.registerKey = :value", likeness.registerKey()));
        }
        if (!likeness.domain().isEmpty()) {
            found.addAll(entities.createQuery(
                            "select distinct c.organisation from Contact c where c.emailDomain = :value",
                            Organisation.class)
                    .setParameter("value", likeness.domain())
                    .setMaxResults(MOST_ALIKE)
                    .getResultList());
        }
        return found;
    }

    /** The one with the same name, address and country. */
    Optional<Organisation> same(OrganisationDetails details) {
        return entities.createQuery(
                        "select o from Organisation o where o.name = :name and o.address = :address"
                                + " and o.country = :country order by o.createdAt",
                        Organisation.class)
                .setParameter("name", details.name())
                .setParameter("address", details.address())
                .setParameter("country", details.country().code())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private List<Organisation> alike(String condition, String value) {
        return entities.createQuery("select o from Organisation o where " + condition, Organisation.class)
                .setParameter("value", value)
                .setMaxResults(MOST_ALIKE)
                .getResultList();
    }

    private List<Organisation> inOrder(Collection<UUID> ids) {
        return ids.stream().map(id -> entities.find(Organisation.class, id)).toList();
    }
}
