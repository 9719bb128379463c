package app.countersign.trail;

import app.countersign.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Gives pseudonyms and notes names, in a transaction of its own: the act that made it necessary must not keep others of
 * the same person waiting until it ends, nor fail because one of them was quicker.
 */
@ApplicationScoped
class Naming {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Writing writing;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    UUID name(Actor.Identity actor) {
        String subject = Person.subject(actor.kind(), actor.id());
        Person person = em.find(Person.class, subject);
        if (person == null) {
            person = new Person(subject, UUID.randomUUID(), actor.kind(), actor.name());
            em.persist(person);
            writing.write(PersonNamed.of(person, null), Actor.Identity.SYSTEM, null);
        } else if (!person.isCalled(actor.name())) {
            String before = person.name();
            person.called(actor.name());
            writing.write(PersonNamed.of(person, before), Actor.Identity.SYSTEM, null);
        }
        return person.pseudonym();
    }
}
