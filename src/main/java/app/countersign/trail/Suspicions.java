package app.countersign.trail;

import app.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is wrong beside the chain: rows that never got a place in it, names that are not those that it tells of. */
@ApplicationScoped
class Suspicions {

    private static final int PAGE = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Persons persons;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void add(Verifier.Findings findings) {
        unsealed(findings);
        vanished(findings);
        List<Person> page = persons.page(null, PAGE);
        while (!page.isEmpty()) {
            renamed(page, findings);
            em.clear();
            page = persons.page(page.get(page.size() - 1).pseudonym(), PAGE);
        }
    }

    private void unsealed(Verifier.Findings findings) {
        em.createQuery(
                        "select t from TrailRow t where t.position is null and t.seal is null order by t.id",
                        TrailRow.class)
                .setMaxResults(PAGE)
                .getResultList()
                .forEach(row -> findings.add(Verifier.Flaw.UNSEALED, row.id(), Entry.instant(row.at())));
    }

    private void vanished(Verifier.Findings findings) {
        em.createQuery("select t from TrailRow t where t.event = 'entry-vanished' order by t.id", TrailRow.class)
                .setMaxResults(PAGE)
                .getResultList()
                .forEach(row -> findings.add(Verifier.Flaw.VANISHED, row.id(), Entry.instant(row.at())));
    }

    private void renamed(List<Person> page, Verifier.Findings findings) {
        Map<UUID, TrailRow> told = new HashMap<>();
        em.createQuery(
                        "select t from TrailRow t where t.objectId in :pseudonyms and t.event = :named"
                                + " order by t.id",
                        TrailRow.class)
                .setParameter("pseudonyms", page.stream().map(Person::pseudonym).toList())
                .setParameter("named", "person-named")
                .getResultList()
                .forEach(row -> told.merge(row.objectId(), row, Suspicions::later));
        page.stream()
                .filter(person -> !isTold(person, told.get(person.pseudonym())))
                .forEach(person -> findings.add(Verifier.Flaw.PERSON, person.pseudonym()));
    }

    /** Of two names the one that was given later; a place in the chain comes before none. */
    private static TrailRow later(TrailRow one, TrailRow other) {
        if (one.position() == null || other.position() == null) {
            return other.position() == null ? other : one;
        }
        return one.position() > other.position() ? one : other;
    }

    private static boolean isTold(Person person, TrailRow row) {
        return row != null && says(row, "name", person.name()) && says(row, "subject", person.subject());
    }

    private static boolean says(TrailRow row, String fact, String value) {
        String json = row.openedFacts().getOrDefault(fact, "");
        return json.endsWith("\"value\":" + CanonicalJson.string(value) + "}");
    }
}
