package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears what happens in all rooms. */
@ApplicationScoped
class Recording {

    @Inject
    private Actor actor;

    @Inject
    private Persons persons;

    @Inject
    private Writing writing;

    /** Called while the change's transaction runs; without one there is nothing to be part of, and it fails. */
    void record(@Observes DomainEvent event) {
        write(event);
    }

    /** @return the row's id */
    long write(DomainEvent event) {
        Actor.Identity who = actor.identity();
        return writing.write(event, who, persons.pseudonym(who));
    }
}
