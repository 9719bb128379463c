package app.countersign.trail;

import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears what happens in all rooms. */
@ApplicationScoped
class Listening {

    @Inject
    private Recording recording;

    /** Called while the change's transaction runs; without one there is nothing to be part of, and it fails. */
    void hear(@Observes DomainEvent event) {
        recording.write(event);
    }
}
