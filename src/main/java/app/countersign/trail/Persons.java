package app.countersign.trail;

import app.countersign.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is who: the pseudonyms under which persons stand in the trail, and their names while they are known. */
@ApplicationScoped
class Persons {

    private static final char ESCAPE = '!';

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Naming naming;

    /** The pseudonym of whoever acts, who is given one if they have none; null for those who are nobody. */
    UUID pseudonym(Actor.Identity actor) {
        if (actor.id() == null) {
            return null;
        }
        Person known = em.find(Person.class, Person.subject(actor.kind(), actor.id()));
        return known != null && known.isCalled(actor.name()) ? known.pseudonym() : named(actor);
    }

    /** Two acts of the same newcomer may do it at once: whoever comes second finds what the first has done. */
    private UUID named(Actor.Identity actor) {
        try {
            return naming.name(actor);
        } catch (RuntimeException e) {
            return naming.name(actor);
        }
    }

    /** Names by pseudonym, of those that are known. */
    Map<UUID, String> names(Collection<UUID> pseudonyms) {
        if (pseudonyms.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select p from Person p where p.pseudonym in :pseudonyms", Person.class)
                .setParameter("pseudonyms", pseudonyms)
                .getResultStream()
                .collect(Collectors.toMap(Person::pseudonym, Person::name));
    }

    Optional<Person> bySubject(String subject) {
        return Optional.ofNullable(em.find(Person.class, subject));
    }

    /** Those whose name or address has that in it, or whose pseudonym it is. */
    List<UUID> like(String typed, int most) {
        Optional<UUID> pseudonym = pseudonym(typed);
        if (pseudonym.isPresent()) {
            return List.of(pseudonym.get());
        }
        String pattern = "%" + typed.toLowerCase(Locale.ROOT).replaceAll("[!%_]", ESCAPE + "$0") + "%";
        return em.createQuery(
                        "select p.pseudonym from Person p where lower(p.name) like :typed escape '!'"
                                + " or p.subject like :subject escape '!' order by p.name",
                        UUID.class)
                .setParameter("typed", pattern)
                .setParameter("subject", "customer:" + pattern)
                .setMaxResults(most)
                .getResultList();
    }

    private static Optional<UUID> pseudonym(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By pseudonym, the page after that one. */
    List<Person> page(UUID after, int most) {
        String where = after == null ? "" : " where p.pseudonym > :after";
        var query = em.createQuery("select p from Person p" + where + " order by p.pseudonym", Person.class)
                .setMaxResults(most);
        return (after == null ? query : query.setParameter("after", after)).getResultList();
    }

    void remove(Person person) {
        em.remove(person);
    }
}
