package app.countersign.accesslog;

import app.countersign.access.CallersRemit;
import app.countersign.access.Remit;
import app.countersign.kernel.Below;
import app.countersign.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The log's rows. */
@ApplicationScoped
class AccessEntries {

    private static final int MOST_PERSONS = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Trail trail;

    @Inject
    private CallersRemit remit;

    /**
     * The newest first, as far as the caller answers for them. One question for each processor of a limited remit, each
     * answered by an index in the wanted order.
     */
    List<AccessEntry> page(AccessFilter filter, Optional<Below> below, int most) {
        Remit own = remit.get();
        Stream<Optional<UUID>> processors = own.everyProcessor()
                ? Stream.of(Optional.empty())
                : own.processors().stream().map(Optional::of);
        Comparator<AccessEntry> order = Comparator.comparing(AccessEntry::at).thenComparing(AccessEntry::id);
        return processors
                .flatMap(processor -> some(filter, own, processor, below, most))
                .sorted(order.reversed())
                .limit(most)
                .toList();
    }

    private Stream<AccessEntry> some(
            AccessFilter filter, Remit own, Optional<UUID> processor, Optional<Below> below, int most) {
        List<String> where = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        processor.ifPresent(id -> and(where, parameters, "e.processor = :processor", "processor", id.toString()));
        filter.person().ifPresent(typed -> and(where, parameters, "e.actor in :actors", "actors", actors(typed)));
        filter.act().ifPresent(act -> and(where, parameters, "e.act = :act", "act", act));
        filter.object().ifPresent(typed -> {
            String text = typed.toLowerCase(Locale.ROOT);
            and(where, parameters, isId(text) ? "e.objectId = :object" : "e.objectKind = :object", "object", text);
        });
        filter.from().ifPresent(from -> and(where, parameters, "e.at >= :from", "from", from));
        filter.to().ifPresent(to -> and(where, parameters, "e.at < :to", "to", to));
        own.since().ifPresent(since -> and(where, parameters, "e.at >= :since", "since", since));
        own.before().ifPresent(before -> and(where, parameters, "e.at < :before", "before", before));
        below.ifPresent(last -> {
            and(where, parameters, "e.at <= :belowAt", "belowAt", last.at());
            and(where, parameters, "(e.at < :belowAt or e.id < :belowId)", "belowId", last.id());
        });
        // All columns of the index are named: H2 sorts by it only then.
        TypedQuery<AccessEntry> query = em.createQuery(
                "select e from AccessEntry e" + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by " + (processor.isEmpty() ? "" : "e.processor desc, ") + "e.at desc, e.id desc",
                AccessEntry.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultStream();
    }

    private static void and(
            List<String> where, Map<String, Object> parameters, String condition, String name, Object value) {
        where.add(condition);
        parameters.put(name, value);
    }

    /** A pseudonym that nobody has finds nothing. */
    private List<String> actors(String typed) {
        List<String> found =
                trail.called(typed, MOST_PERSONS).stream().map(UUID::toString).toList();
        return found.isEmpty() ? List.of("") : found;
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** When the log begins; empty if there is nothing in it. Not by min(), whose result PostgreSQL's driver gives otherwise. */
    Optional<Instant> first() {
        return em.createQuery("select e.at from AccessEntry e order by e.at", Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** How many of each act there were from that instant to before the other. */
    Map<Act, Long> counts(Instant from, Instant to) {
        Map<Act, Long> counts = new EnumMap<>(Act.class);
        em.createQuery(
                        "select e.act, count(e) from AccessEntry e where e.at >= :from and e.at < :to group by e.act",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .forEach(row -> counts.put((Act) row[0], (Long) row[1]));
        return counts;
    }

    /** Who was there at unusual hours, and how often, most often first. */
    Map<UUID, Long> unusual(UsualHours usual, Instant from, Instant to) {
        return byActor(
                "(e.localDay > " + UsualHours.LAST_WORKING_DAY + " or e.localHour < " + usual.from()
                        + " or e.localHour >= " + usual.to() + ") and e.act <> :act",
                Act.SIGN_OUT,
                from,
                to);
    }

    /** Who was refused something, and how often, most often first. */
    Map<UUID, Long> refused(Instant from, Instant to) {
        return byActor("e.act = :act", Act.REFUSED, from, to);
    }

    private Map<UUID, Long> byActor(String condition, Act act, Instant from, Instant to) {
        Map<UUID, Long> counts = new LinkedHashMap<>();
        em.createQuery(
                        "select e.actor, count(e) from AccessEntry e where e.at >= :from and e.at < :to"
                                + " and e.actor is not null and " + condition
                                + " group by e.actor order by count(e) desc, e.actor",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("act", act)
                .getResultList()
                .forEach(row -> counts.put(UUID.fromString((String) row[0]), (Long) row[1]));
        return counts;
    }

    /** A person at an address from which the log knew nobody of that name before. */
    record NewAddress(UUID actor, String address, Instant first) {}

    /** The newest first. */
    List<NewAddress> newAddresses(Instant from, Instant to) {
        return em
                .createQuery(
                        "select distinct e.actor, e.address from AccessEntry e where e.at >= :from and e.at < :to"
                                + " and e.actor is not null and e.address is not null and not exists (select f.id"
                                + " from AccessEntry f where f.actor = e.actor and f.address = e.address"
                                + " and f.at < :from)",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .flatMap(row -> newAddress((String) row[0], (String) row[1]).stream())
                .sorted(Comparator.comparing(NewAddress::first).reversed())
                .toList();
    }

    /** Empty if what was there has been deleted just now. */
    private Optional<NewAddress> newAddress(String actor, String address) {
        return em.createQuery(
                        "select e.at from AccessEntry e where e.actor = :actor and e.address = :address order by e.at",
                        Instant.class)
                .setParameter("actor", actor)
                .setParameter("address", address)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(first -> new NewAddress(UUID.fromString(actor), address, first));
    }

    /**
     * Deletes what is older than that, a batch of it.
     *
     * @return how many rows
     */
    int delete(Instant before, int most) {
        return em.createNativeQuery("delete from access_entry where id in"
                        + " (select id from access_entry where at < ? order by at, id limit " + most + ")")
                .setParameter(1, Timestamp.from(before))
                .executeUpdate();
    }

    void forgetAddresses(UUID pseudonym) {
        em.createQuery("update AccessEntry e set e.address = null where e.actor = :actor")
                .setParameter("actor", pseudonym.toString())
                .executeUpdate();
    }

    void forgetAddressesAbout(String kind, String id) {
        em.createQuery("update AccessEntry e set e.address = null where e.objectKind = :kind and e.objectId = :id")
                .setParameter("kind", kind)
                .setParameter("id", id)
                .executeUpdate();
    }
}
