package app.countersign.trail;

import app.countersign.access.Actor;
import app.countersign.kernel.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Acts as somebody, in a transaction of its own. */
@ApplicationScoped
class Acting {

    @Inject
    private Writing writing;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void act(DomainEvent event, Actor.Identity who, UUID pseudonym) {
        writing.write(event, who, pseudonym);
    }
}
