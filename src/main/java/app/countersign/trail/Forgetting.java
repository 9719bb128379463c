package app.countersign.trail;

import app.countersign.kernel.CanonicalJson;
import app.countersign.kernel.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Takes personal facts out of the trail. The chain holds only their salted hashes and stays whole; that they are gone is
 * itself recorded, so that nobody can make facts vanish under this pretext.
 */
@ApplicationScoped
class Forgetting {

    /** Said to be forgotten for its age. */
    private static final String OLD = "trail";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Chaining chaining;

    @Inject
    private Persons persons;

    @Inject
    private Recording recording;

    /** Rows, and which of their personal facts go. */
    private static final class Gone {
        private final TreeMap<Long, TrailRow> rows = new TreeMap<>();
        private final TreeMap<Long, TreeSet<String>> facts = new TreeMap<>();

        void add(TrailRow row, BiPredicate<String, String> which) {
            TreeSet<String> names = new TreeSet<>();
            row.openedFacts().forEach((name, json) -> {
                if (json.startsWith("{") && which.test(name, json)) {
                    names.add(name);
                }
            });
            if (!names.isEmpty()) {
                rows.put(row.position(), row);
                facts.computeIfAbsent(row.position(), p -> new TreeSet<>()).addAll(names);
            }
        }

        long count() {
            return facts.values().stream().mapToInt(TreeSet::size).sum();
        }

        String digest() {
            MessageDigest digest = Verifier.sha256();
            facts.forEach(
                    (position, names) -> names.forEach(name -> digest.update(Verifier.forgottenLine(position, name))));
            return Told.hex(digest.digest());
        }
    }

    /** Who they were, where they came from, and what is said of them anywhere. */
    long forget(PersonErased erased) {
        chaining.now();
        Optional<Person> person = persons.bySubject(Person.subject(erased.kind(), erased.id()));
        if (person.isEmpty()) {
            return 0;
        }
        Gone gone = new Gone();
        UUID pseudonym = person.get().pseudonym();
        byActor(pseudonym).forEach(row -> gone.add(row, (name, json) -> name.equals(Told.ADDRESS)));
        about(PersonNamed.KIND, pseudonym).forEach(row -> gone.add(row, (name, json) -> true));
        if (erased.kind().equals("account")) {
            about("account", UUID.fromString(erased.id())).forEach(row -> gone.add(row, (name, json) -> true));
        }
        for (String value : new TreeSet<>(List.of(erased.id(), person.get().name()))) {
            String told = "\"value\":" + CanonicalJson.string(value) + "}";
            saying(told)
                    .forEach(row -> gone.add(
                            row,
                            (name, json) -> json.toLowerCase(Locale.ROOT).endsWith(told.toLowerCase(Locale.ROOT))));
        }
        persons.remove(person.get());
        return record(PersonNamed.KIND, pseudonym, gone);
    }

    /** What is said of persons where it was told of that object, and where customers came from. */
    long forget(String objectKind, UUID objectId) {
        chaining.now();
        Gone gone = new Gone();
        about(objectKind, objectId)
                .forEach(row -> gone.add(
                        row,
                        (name, json) ->
                                !name.equals(Told.ADDRESS) || row.actorKind().equals("customer")));
        return record(objectKind, objectId, gone);
    }

    /**
     * What events of these kinds say of persons, in rows of that time.
     *
     * @return the instant of the last row of a full batch; the end of the time if there are no more
     */
    Instant forget(Set<String> events, Instant from, Instant before, int most) {
        chaining.now();
        List<TrailRow> rows = chained("t.event in :events and t.at >= :from and t.at < :before"
                        + " and t.opened like :unforgotten order by t.at, t.id")
                .setParameter("events", events)
                .setParameter("from", from)
                .setParameter("before", before)
                .setParameter("unforgotten", "%{\"fact\":%")
                .setMaxResults(most)
                .getResultList();
        Gone gone = new Gone();
        rows.forEach(row -> gone.add(row, (name, json) -> true));
        record(OLD, new UUID(0, 0), gone);
        return rows.size() < most ? before : rows.get(rows.size() - 1).at();
    }

    private long record(String kind, UUID id, Gone gone) {
        if (gone.count() > 0) {
            long entry = recording.write(new FactsForgotten(kind, id, gone.count(), gone.digest()));
            gone.facts.forEach((position, names) -> gone.rows.get(position).forget(names, entry));
        }
        return gone.count();
    }

    private List<TrailRow> byActor(UUID pseudonym) {
        return chained("t.actor = :actor")
                .setParameter("actor", pseudonym.toString())
                .getResultList();
    }

    private List<TrailRow> about(String kind, UUID id) {
        return chained("t.objectKind = :kind and t.objectId = :id")
                .setParameter("kind", kind)
                .setParameter("id", id)
                .getResultList();
    }

    /** Reads every row: forgetting somebody is rare, and a few seconds are no matter then. */
    private List<TrailRow> saying(String json) {
        return chained("lower(t.opened) like :said escape '!'")
                .setParameter("said", "%" + json.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
                .getResultList();
    }

    private TypedQuery<TrailRow> chained(String where) {
        return em.createQuery("select t from TrailRow t where t.position is not null and " + where, TrailRow.class);
    }
}
