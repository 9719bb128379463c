package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Records what happens, by whoever acts. */
@ApplicationScoped
class Recording {

    @Inject
    private Actor actor;

    @Inject
    private Persons persons;

    @Inject
    private Writing writing;

    /** @return the row's id */
    long write(DomainEvent event) {
        Actor.Identity who = actor.identity();
        return writing.write(event, who, persons.pseudonym(who));
    }
}
