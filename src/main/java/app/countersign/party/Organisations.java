package app.countersign.party;

import app.countersign.access.Remit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.stream.Collectors;

/** All organisations. Finding costs what is found, not what is there. */
@ApplicationScoped
public class Organisations {

    private static final int MOST_ALIKE = 5;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private KnownTo knownTo;

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
        knownTo.rename(organisation);
    }

    /** The processor has to do with that organisation: whoever answers for the one may know of the other. */
    public void knownTo(Organisation organisation, Organisation processor) {
        knownTo.add(organisation, processor.id());
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
    List<Organisation> find(String typed, int limit, Remit remit) {
        return inOrder(ids(typed, limit, remit));
    }

    /** As {@link #find}, but only their ids: of those that are known within the remit. */
    public List<UUID> ids(String typed, int limit, Remit remit) {
        if (remit.everyProcessor()) {
            return keys(typed, limit, Optional.empty());
        }
        return remit.processors().stream()
                .flatMap(processor -> keys(typed, limit, Optional.of(processor)).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    private List<UUID> keys(String typed, int limit, Optional<UUID> knownTo) {
        List<String> words = SearchKey.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        String phrase = SearchKey.fold(typed);
        Set<UUID> found = new LinkedHashSet<>(keysFrom(List.of(phrase), limit, knownTo));
        if (words.size() > 1 && found.size() < limit) {
            found.addAll(keysFrom(words, limit, knownTo));
        }
        return found.stream().limit(limit).toList();
    }

    private List<UUID> keysFrom(List<String> words, int limit, Optional<UUID> knownTo) {
        String table = knownTo.isPresent() ? "organisation_known_key" : "organisation_key";
        String mine = knownTo.isPresent() ? "k.processor_id = ? and " : "";
        StringBuilder sql = new StringBuilder(
                "select k.organisation_id from " + table + " k where " + mine + "k.key_bytes >= ? and k.key_bytes < ?");
        words.stream()
                .skip(1)
                .forEach(word -> sql.append(" and exists (select 1 from organisation_key x"
                        + " where x.organisation_id = k.organisation_id and x.key_bytes >= ? and x.key_bytes < ?)"));
        // A name may be there under several of its words; thrice the limit is enough to fill it all the same.
        sql.append(knownTo.isPresent() ? " order by k.processor_id, " : " order by ")
                .append("k.key_bytes, k.organisation_id fetch first ")
                .append(3 * limit)
                .append(" rows only");
        Query query = entities.createNativeQuery(sql.toString());
        int position = 1;
        if (knownTo.isPresent()) {
            query.setParameter(position++, knownTo.get());
        }
        for (String word : words) {
            query.setParameter(position++, SearchKey.from(word));
            query.setParameter(position++, SearchKey.until(word));
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(UUID.class::cast).distinct().limit(limit).toList();
    }

    /** At most that many after the given key, by name and id; from the beginning without a key. */
    List<Organisation> page(Optional<PageKey> after, int limit, Remit remit) {
        return remit.everyProcessor() ? page(after, limit) : knownPage(after, limit, List.copyOf(remit.processors()));
    }

    private List<Organisation> page(Optional<PageKey> after, int limit) {
        String from = after.isPresent() ? " where (o.name > :name or (o.name = :name and o.id > :id))" : "";
        var query = entities.createQuery(
                "select o from Organisation o" + from + " order by o.name, o.id", Organisation.class);
        after.ifPresent(key -> query.setParameter("name", key.name()).setParameter("id", key.id()));
        return query.setMaxResults(limit).getResultList();
    }

    /** Each processor's page is read from its index; the database puts them in order, for it alone knows its own. */
    private List<Organisation> knownPage(Optional<PageKey> after, int limit, List<UUID> processors) {
        if (processors.isEmpty()) {
            return List.of();
        }
        String from = after.isPresent() ? " and (name > ? or (name = ? and organisation_id > ?))" : "";
        String one = "(select name, organisation_id from organisation_known_to where processor_id = ?" + from
                + " order by processor_id, name, organisation_id fetch first " + limit + " rows only)";
        String all = processors.stream().map(processor -> one).collect(Collectors.joining(" union "));
        Query query = entities.createNativeQuery("select name, organisation_id from (" + all
                + ") known order by name, organisation_id fetch first " + limit + " rows only");
        int position = 1;
        for (UUID processor : processors) {
            query.setParameter(position++, processor);
            if (after.isPresent()) {
                query.setParameter(position++, after.get().name());
                query.setParameter(position++, after.get().name());
                query.setParameter(position++, after.get().id());
            }
        }
        List<?> rows = query.getResultList();
        return inOrder(rows.stream().map(row -> (UUID) ((Object[]) row)[1]).toList());
    }

    /** The last row of a page. */
    record PageKey(String name, UUID id) {}

    boolean isKnown(UUID organisation, Remit remit) {
        return knownTo.isKnown(organisation, remit);
    }

    /**
     * Those known within the remit that may be the same organisation, for a person to decide. Each question has an index
     * of its own.
     */
    Collection<Organisation> alike(Likeness likeness, Remit remit) {
        Set<UUID> found =
                new LinkedHashSet<>(alike("id", "organisation o where o.core_name = ?", likeness.coreName(), remit));
        if (!likeness.registerKey().isEmpty()) {
            found.addAll(alike("id", "organisation o where o.register_key = ?", likeness.registerKey(), remit));
        }
        if (!likeness.domain().isEmpty()) {
            found.addAll(alike("organisation_id", "contact o where o.email_domain = ?", likeness.domain(), remit));
        }
        return inOrder(found);
    }

    private List<UUID> alike(String id, String where, String value, Remit remit) {
        if (!remit.everyProcessor() && remit.processors().isEmpty()) {
            return List.of();
        }
        List<UUID> processors = remit.everyProcessor() ? List.of() : List.copyOf(remit.processors());
        String known = processors.isEmpty()
                ? ""
                : " and exists (select 1 from organisation_known_to k where k.organisation_id = o." + id
                        + " and k.processor_id in ("
                        + processors.stream().map(p -> "?").collect(Collectors.joining(", ")) + "))";
        Query query = entities.createNativeQuery("select distinct o." + id + " from " + where + known + " fetch first "
                        + MOST_ALIKE + " rows only")
                .setParameter(1, value);
        for (int i = 0; i < processors.size(); i++) {
            query.setParameter(i + 2, processors.get(i));
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** The one with the same name, address and country that is known within the remit. */
    Optional<Organisation> same(OrganisationDetails details, Remit remit) {
        return entities.createQuery(
                        "select o from Organisation o where o.name = :name and o.address = :address"
                                + " and o.country = :country order by o.createdAt",
                        Organisation.class)
                .setParameter("name", details.name())
                .setParameter("address", details.address())
                .setParameter("country", details.country().code())
                .getResultStream()
                .filter(organisation -> isKnown(organisation.id(), remit))
                .findFirst();
    }

    private List<Organisation> inOrder(Collection<UUID> ids) {
        return ids.stream().map(id -> entities.find(Organisation.class, id)).toList();
    }
}
